package io.partnerflow.diagrams;

import static io.partnerflow.diagrams.Svg.written;

import java.util.List;

/** Draws flows with rounded corners and an arrow, and the dotted line from a step to what undoes it. */
final class LinePainter {

    private static final double CORNER = 6;

    private final Svg svg;

    LinePainter(Svg svg) {
        this.svg = svg;
    }

    void paint(Line line, Look look) {
        var undo = line.part().kind().equals("association");
        svg.add(
                "<g class=\"%s %s\" data-element=\"%s\">",
                line.part().kind(), look.name(), line.part().id());
        svg.add(
                "<path class=\"line\" d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"%s/>",
                path(line.points()),
                look.edge(),
                look.name().equals("done") ? "2.5" : "1.5",
                undo ? " stroke-dasharray=\"1.5 4\"" : "");
        arrow(line.points(), look.edge(), undo);
        if (line.others()) {
            slash(line.points(), look.edge());
        }
        var label = line.label();
        if (label != null) {
            svg.add("<g class=\"name\" fill=\"%s\" text-anchor=\"middle\">", look.ink());
            Lettering.below(svg, line.part().name(), 11, label.width() + 20, label.centreX(), label.y());
            svg.add("</g>");
        }
        svg.add("</g>");
    }

    private static String path(List<double[]> points) {
        var path = new StringBuilder("M" + at(points.get(0)));
        for (var i = 1; i < points.size() - 1; i++) {
            var corner = points.get(i);
            path.append(" L").append(at(towards(corner, points.get(i - 1))));
            path.append(" Q").append(at(corner)).append(' ').append(at(towards(corner, points.get(i + 1))));
        }
        return path.append(" L").append(at(points.get(points.size() - 1))).toString();
    }

    /** A little way from a corner to the next point, but never past the middle. */
    private static double[] towards(double[] corner, double[] next) {
        var x = next[0] - corner[0];
        var y = next[1] - corner[1];
        var length = Math.hypot(x, y);
        var step = Math.min(CORNER, length / 2);
        return new double[] {corner[0] + x / length * step, corner[1] + y / length * step};
    }

    private void arrow(List<double[]> points, String ink, boolean open) {
        var tip = points.get(points.size() - 1);
        svg.add(
                "<path class=\"%s\" d=\"M-9-4.5 0 0-9 4.5%s\" transform=\"translate(%s %s) rotate(%s)\" fill=\"%s\" stroke=\"%s\"/>",
                open ? "line" : "solid",
                open ? "" : "z",
                tip[0],
                tip[1],
                angle(points.get(points.size() - 2), tip),
                open ? "none" : ink,
                ink);
    }

    private void slash(List<double[]> points, String ink) {
        var start = points.get(0);
        svg.add(
                "<path class=\"line\" d=\"M6-5l5 10\" transform=\"translate(%s %s) rotate(%s)\" fill=\"none\" stroke=\"%s\""
                        + " stroke-width=\"1.5\"/>",
                start[0], start[1], angle(start, points.get(1)), ink);
    }

    private static double angle(double[] from, double[] to) {
        return Math.toDegrees(Math.atan2(to[1] - from[1], to[0] - from[0]));
    }

    private static String at(double[] point) {
        return written(point[0]) + " " + written(point[1]);
    }
}
