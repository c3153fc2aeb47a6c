package io.partnerflow.diagrams;

import io.partnerflow.engine.ProcessDiagram.State;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns a model into SVG: its own coordinates, no script, no watermark. Goes inline into a page, into a file or onto
 * paper. Elements carry their id in {@code data-element} and their kind and state as classes.
 */
public final class ProcessPicture {

    private static final double MARGIN = 20;
    private static final Heat NOTHING = new Heat(0, "");

    private final Drawing drawing;

    ProcessPicture(Drawing drawing) {
        this.drawing = drawing;
    }

    /**
     * @param bpmn the model's XML, with a diagram
     * @throws IllegalArgumentException if it is not a model
     */
    public static ProcessPicture of(String bpmn) {
        return new ProcessPicture(new Drawing(bpmn));
    }

    /** The model alone. */
    public String draw() {
        return draw(null, PictureNotes.none(drawing.title()));
    }

    /**
     * The model with marks on some of its elements, for a style sheet.
     *
     * @param marks by id of an element what its {@code data-mark} says
     */
    public String marked(Map<String, String> marks) {
        var svg = draw();
        for (var mark : marks.entrySet()) {
            var element = "data-element=\"" + Svg.escaped(mark.getKey()) + "\"";
            svg = svg.replace(element, element + " data-mark=\"" + Svg.escaped(mark.getValue()) + "\"");
        }
        return svg;
    }

    /** How far a process has come: the states and numbers of its elements, and the flows that were taken. */
    record Progress(Map<String, State> states, Map<String, Integer> counts, Set<String> taken) {}

    /** The model, coloured by how much happens where, with what is to be said written on its elements. */
    String heat(Map<String, Heat> heat, PictureNotes notes) {
        var svg = new Svg();
        var captions = new Captions(drawing, notes.captions());
        open(svg, canvas(captions), notes);
        var nodes = new NodePainter(svg);
        var lines = new LinePainter(svg);
        areas(true).forEach(shape -> nodes.paint(named(shape, notes), Look.of(hot(heat, shape))));
        drawing.lines()
                .forEach(line ->
                        lines.paint(line.named(notes.names().apply(line.part().name())), Look.of(true, null)));
        areas(false).forEach(shape -> nodes.paint(named(shape, notes), Look.of(hot(heat, shape))));
        var attached = drawing.shapes().stream()
                .filter(shape -> shape.part().kind().equals("boundaryEvent"))
                .map(Shape::box)
                .toList();
        drawing.shapes().stream()
                .filter(shape -> !hot(heat, shape).text().isEmpty())
                .forEach(shape -> nodes.figure(
                        shape, Look.of(hot(heat, shape)), hot(heat, shape).text(), attached));
        close(svg, notes);
        return svg.toString();
    }

    private static Heat hot(Map<String, Heat> heat, Shape shape) {
        return heat.getOrDefault(shape.part().id(), NOTHING);
    }

    String draw(@Nullable Progress progress, PictureNotes notes) {
        var svg = new Svg();
        var captions = new Captions(drawing, notes.captions());
        open(svg, canvas(captions), notes);
        var nodes = new NodePainter(svg);
        var lines = new LinePainter(svg);
        areas(true).forEach(shape -> nodes.paint(named(shape, notes), look(progress, shape)));
        // what was taken lies over what was not
        drawing.lines().stream()
                .sorted((one, other) -> Boolean.compare(taken(progress, one), taken(progress, other)))
                .forEach(line ->
                        lines.paint(line.named(notes.names().apply(line.part().name())), look(progress, line)));
        areas(false).forEach(shape -> nodes.paint(named(shape, notes), look(progress, shape)));
        drawing.shapes().forEach(shape -> {
            nodes.badge(shape, look(progress, shape));
            count(nodes, progress, shape);
        });
        drawing.shapes().forEach(shape -> captions.paint(svg, shape, look(progress, shape)));
        close(svg, notes);
        return svg.toString();
    }

    private void close(Svg svg, PictureNotes notes) {
        svg.add(notes.ways().isEmpty() ? "" : "</g>");
        drawing.shapes().stream()
                .filter(shape -> notes.ways().containsKey(shape.part().id()))
                .forEach(shape -> way(svg, shape, notes.ways().get(shape.part().id())));
        svg.add("</svg>");
    }

    private static void open(Svg svg, Box canvas, PictureNotes notes) {
        var leads = !notes.ways().isEmpty();
        svg.add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"process-picture\" role=\"%s\" aria-label=\"%s\""
                        + " viewBox=\"%s %s %s %s\" width=\"%s\" height=\"%s\""
                        + " font-family=\"Helvetica, Arial, 'Liberation Sans', sans-serif\">",
                leads ? "group" : "img",
                Svg.escaped(notes.title()),
                canvas.x(),
                canvas.y(),
                canvas.width(),
                canvas.height(),
                canvas.width(),
                canvas.height());
        svg.add("<title>%s</title>%s", Svg.escaped(notes.title()), leads ? "<g aria-hidden=\"true\">" : "");
    }

    /** Over the drawing, so that all of the shape can be clicked. */
    private static void way(Svg svg, Shape shape, PictureNotes.Way way) {
        var box = shape.box();
        svg.add(
                "<a href=\"%s\" aria-label=\"%s\"><rect class=\"way\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"10\""
                        + " fill=\"#fff\" fill-opacity=\"0\"/></a>",
                Svg.escaped(way.address()), Svg.escaped(way.label()), box.x(), box.y(), box.width(), box.height());
    }

    private static void count(NodePainter nodes, @Nullable Progress progress, Shape shape) {
        var count = progress == null
                ? 1
                : progress.counts().getOrDefault(shape.part().id(), 1);
        if (count > 1 && !shape.part().isGateway()) {
            nodes.count(shape, look(progress, shape), count);
        }
    }

    private static Shape named(Shape shape, PictureNotes notes) {
        return shape.named(notes.names().apply(shape.part().name()));
    }

    private Stream<Shape> areas(boolean subProcesses) {
        return drawing.shapes().stream().filter(shape -> shape.part().kind().equals("subProcess") == subProcesses);
    }

    private static Look look(@Nullable Progress progress, Shape shape) {
        return Look.of(
                progress != null,
                progress == null ? null : progress.states().get(shape.part().id()));
    }

    private static Look look(@Nullable Progress progress, Line line) {
        return Look.of(progress != null, taken(progress, line) ? State.DONE : null);
    }

    private static boolean taken(@Nullable Progress progress, Line line) {
        return progress != null && progress.taken().contains(line.part().id());
    }

    private Box canvas(Captions captions) {
        var boxes = Stream.of(
                        drawing.shapes().stream().flatMap(shape -> Stream.of(shape.box(), shape.labelled())),
                        drawing.lines().stream()
                                .flatMap(line -> line.points().stream())
                                .map(point -> new Box(point[0], point[1], 0, 0)),
                        captions.boxes())
                .flatMap(all -> all)
                .toList();
        var left = boxes.stream().mapToDouble(Box::x).min().orElse(0) - MARGIN;
        var top = boxes.stream().mapToDouble(Box::y).min().orElse(0) - MARGIN;
        var right = boxes.stream().mapToDouble(Box::right).max().orElse(0) + MARGIN;
        var bottom = boxes.stream().mapToDouble(Box::bottom).max().orElse(0) + MARGIN;
        return new Box(left, top, right - left, bottom - top);
    }
}
