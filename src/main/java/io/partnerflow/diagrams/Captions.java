package io.partnerflow.diagrams;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Finds a place for what is said at an element: near it, and where it hides as little as possible. */
final class Captions {

    private static final double SIZE = 11.5;
    private static final double LINE = 15;
    private static final double BOLD = 1.1;
    private static final double[] DISTANCES = {12, 26, 44, 70, 100, 140};

    private final Map<Shape, Box> places = new LinkedHashMap<>();
    private final Map<Shape, List<String>> texts = new LinkedHashMap<>();
    private final List<Box> taken = new ArrayList<>();

    Captions(Drawing drawing, Map<String, List<String>> captions) {
        drawing.shapes().stream()
                .filter(shape -> !shape.part().kind().equals("subProcess"))
                .flatMap(shape -> Stream.of(shape.box(), shape.labelled()))
                .forEach(taken::add);
        drawing.lines().forEach(line -> taken.addAll(stretches(line)));
        drawing.shapes().stream()
                .filter(shape -> captions.containsKey(shape.part().id()))
                .forEach(shape -> place(shape, captions.get(shape.part().id())));
    }

    /** What they cover, so that the canvas is large enough. */
    Stream<Box> boxes() {
        return places.values().stream();
    }

    void paint(Svg svg, Shape shape, Look look) {
        var place = places.get(shape);
        if (place == null) {
            return;
        }
        var above = place.bottom() < shape.box().y();
        svg.add("<g class=\"caption %s\">", look.name());
        svg.add(
                "<path class=\"line\" d=\"M%s %sV%s\" stroke=\"%s\" fill=\"none\" stroke-width=\"1.5\"/>",
                place.centreX() < shape.box().x()
                                || place.centreX() > shape.box().right()
                        ? shape.box().centreX()
                        : place.centreX(),
                above ? place.bottom() : place.y(),
                above ? shape.box().y() : shape.box().bottom(),
                look.edge());
        svg.add(
                "<rect class=\"body\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"5\" fill=\"%s\" stroke=\"%s\"/>",
                place.x(), place.y(), place.width(), place.height(), look.fill(), look.edge());
        svg.add("<g class=\"name\" fill=\"%s\" text-anchor=\"middle\">", look.ink());
        var lines = texts.get(shape);
        for (var i = 0; i < lines.size(); i++) {
            svg.text(place.centreX(), place.y() + 5 + SIZE + i * LINE, SIZE, lines.get(i));
        }
        svg.add("</g></g>");
    }

    private void place(Shape shape, List<String> lines) {
        var width = lines.stream()
                        .mapToDouble(line -> Lettering.width(line, SIZE) * BOLD)
                        .max()
                        .orElse(0)
                + 16;
        var height = lines.size() * LINE + 9;
        var best = DoubleStream.of(DISTANCES)
                .boxed()
                .flatMap(distance -> around(shape.box(), width, height, distance))
                .min(Comparator.comparingDouble(place -> hidden(place) + apart(place, shape.box())))
                .orElseThrow();
        places.put(shape, best);
        texts.put(shape, lines);
        taken.add(best);
    }

    private static Stream<Box> around(Box box, double width, double height, double distance) {
        return DoubleStream.of(
                        box.centreX() - width / 2,
                        box.x(),
                        box.right() - width,
                        box.centreX() - 20,
                        box.centreX() + 20 - width)
                .boxed()
                .flatMap(x -> Stream.of(
                        new Box(x, box.y() - distance - height, width, height),
                        new Box(x, box.bottom() + distance, width, height)));
    }

    private double hidden(Box place) {
        return taken.stream().mapToDouble(other -> overlap(place, other)).sum();
    }

    /** Rather near, rather above. */
    private static double apart(Box place, Box box) {
        return place.y() < box.y() ? box.y() - place.bottom() : 4 + (place.y() - box.bottom()) * 1.5;
    }

    private static double overlap(Box one, Box other) {
        var width = Math.min(one.right(), other.right()) - Math.max(one.x(), other.x());
        var height = Math.min(one.bottom(), other.bottom()) - Math.max(one.y(), other.y());
        return width <= 0 || height <= 0 ? 0 : width * height;
    }

    /** A line counts as if it were a few pixels wide. */
    private static List<Box> stretches(Line line) {
        var boxes = new ArrayList<Box>();
        for (var i = 1; i < line.points().size(); i++) {
            var from = line.points().get(i - 1);
            var to = line.points().get(i);
            boxes.add(new Box(
                    Math.min(from[0], to[0]) - 1,
                    Math.min(from[1], to[1]) - 1,
                    Math.abs(from[0] - to[0]) + 2,
                    Math.abs(from[1] - to[1]) + 2));
        }
        if (line.label() != null) {
            boxes.add(line.label());
        }
        return boxes;
    }
}
