package io.partnerflow.diagrams;

import static java.util.stream.Collectors.toMap;

import io.partnerflow.engine.ProcessDiagram;
import io.partnerflow.engine.ProcessDiagram.ElementState;
import io.partnerflow.engine.ProcessDiagram.State;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a model into SVG: its own coordinates, no script, no watermark. Goes inline into a page, into a file or onto
 * paper. Elements carry their id in {@code data-element} and their kind and state as classes.
 */
public final class ProcessPicture {

    private static final double MARGIN = 20;

    private final Drawing drawing;

    private ProcessPicture(Drawing drawing) {
        this.drawing = drawing;
    }

    /**
     * @param bpmn the model's XML, with a diagram
     * @throws IllegalArgumentException if it is not a model
     */
    public static ProcessPicture of(String bpmn) {
        return new ProcessPicture(new Drawing(bpmn));
    }

    /** The picture of how far a process has come. */
    public static String of(ProcessDiagram process) {
        var states = process.elements().stream().collect(toMap(ElementState::id, ElementState::state));
        return of(process.bpmn()).draw(states);
    }

    /** The model alone. */
    public String draw() {
        return draw(null);
    }

    private String draw(@Nullable Map<String, State> states) {
        var svg = new Svg();
        var canvas = canvas();
        svg.add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"process-picture\" role=\"img\" viewBox=\"%s %s %s %s\""
                        + " width=\"%s\" height=\"%s\" font-family=\"Helvetica, Arial, 'Liberation Sans', sans-serif\">",
                canvas.x(), canvas.y(), canvas.width(), canvas.height(), canvas.width(), canvas.height());
        svg.add("<title>%s</title>", Svg.escaped(drawing.title()));
        var nodes = new NodePainter(svg);
        var lines = new LinePainter(svg);
        areas(true)
                .forEach(shape -> nodes.paint(shape, look(states, shape.part().id())));
        drawing.lines().forEach(line -> lines.paint(line, look(states, line)));
        areas(false)
                .forEach(shape -> nodes.paint(shape, look(states, shape.part().id())));
        drawing.shapes()
                .forEach(shape -> nodes.badge(shape, look(states, shape.part().id())));
        return svg.add("</svg>").toString();
    }

    private List<Shape> areas(boolean subProcesses) {
        return drawing.shapes().stream()
                .filter(shape -> shape.part().kind().equals("subProcess") == subProcesses)
                .toList();
    }

    private static Look look(@Nullable Map<String, State> states, String id) {
        return Look.of(states != null, states == null ? null : states.get(id));
    }

    /** A flow was taken if the process has been at both of its ends; the engine does not remember more. */
    private static Look look(@Nullable Map<String, State> states, Line line) {
        if (states == null) {
            return Look.of(false, null);
        }
        var left = EnumSet.of(State.DONE, State.FAILED, State.WAITING, State.RUNNING)
                .contains(states.get(line.source()));
        return Look.of(true, left && states.containsKey(line.target()) ? State.DONE : null);
    }

    private Box canvas() {
        var boxes = new ArrayList<Box>();
        drawing.shapes().forEach(shape -> {
            boxes.add(shape.box());
            if (shape.label() != null) {
                boxes.add(shape.label());
            }
        });
        drawing.lines().forEach(line -> line.points().forEach(point -> boxes.add(new Box(point[0], point[1], 0, 0))));
        var left = boxes.stream().mapToDouble(Box::x).min().orElse(0) - MARGIN;
        var top = boxes.stream().mapToDouble(Box::y).min().orElse(0) - MARGIN;
        var right = boxes.stream().mapToDouble(Box::right).max().orElse(0) + MARGIN;
        var bottom = boxes.stream().mapToDouble(Box::bottom).max().orElse(0) + MARGIN;
        return new Box(left, top, right - left, bottom - top);
    }
}
