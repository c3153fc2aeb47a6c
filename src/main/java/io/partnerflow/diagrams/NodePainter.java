package io.partnerflow.diagrams;

import java.util.List;

/** Draws tasks, events, gateways and sub-processes. */
final class NodePainter {

    private static final double NAME = 12;
    private static final double LABEL = 11;
    private static final double NARROWEST = 72;

    private final Svg svg;

    NodePainter(Svg svg) {
        this.svg = svg;
    }

    void paint(Shape shape, Look look) {
        var part = shape.part();
        svg.add("<g class=\"%s %s\" data-element=\"%s\">", part.kind(), look.name(), part.id());
        if (part.isTask()) {
            task(shape, look);
        } else if (part.isEvent()) {
            event(shape, look);
        } else if (part.isGateway()) {
            gateway(shape, look);
        } else {
            subProcess(shape, look);
        }
        label(shape, look);
        svg.add("</g>");
    }

    /** After everything else, so that no event on the edge of a task hides it. */
    void badge(Shape shape, Look look) {
        if (!look.sign().isEmpty() && (shape.part().isTask() || shape.part().isEvent() && look.stroke() > 2)) {
            svg.add("<g class=\"%s\">", look.name());
            Icons.badge(svg, look.sign(), shape.box().right() - 4, shape.box().y() + 4, look.ink());
            svg.add("</g>");
        }
    }

    /** How often a process has come by. */
    void count(Shape shape, Look look, int count) {
        var text = "×" + count;
        var width = Lettering.width(text, 11) + 10;
        var x = shape.box().x() - 6;
        var y = shape.box().bottom() - 10;
        svg.add(
                "<g class=\"%s\"><rect class=\"mark\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"17\" rx=\"8.5\" fill=\"%s\"/>",
                look.name(), x, y, width, look.ink());
        svg.add("<g class=\"on-mark-text\" fill=\"#fff\" text-anchor=\"middle\">");
        svg.text(x + width / 2, y + 12.5, 11, text);
        svg.add("</g></g>");
    }

    /**
     * Over its upper edge, where nothing of the element itself is hidden.
     *
     * @param attached where events sit on the edges of elements; the figure gives way to them
     */
    void figure(Shape shape, Look look, String text, List<Box> attached) {
        var plate = Plate.at(shape, Lettering.width(text, 10.5) * 1.06 + 12, attached);
        svg.add(
                "<g class=\"%s figure-on\"><rect class=\"plate\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"17\" rx=\"8.5\" fill=\"#fff\""
                        + " stroke=\"%s\"/>",
                look.name(), plate.x(), plate.y(), plate.width(), look.edge());
        svg.add("<g class=\"plate-text\" fill=\"#22242a\" text-anchor=\"middle\" font-weight=\"600\">");
        svg.text(plate.centreX(), plate.y() + 12.2, 10.5, text);
        svg.add("</g></g>");
    }

    private void task(Shape shape, Look look) {
        var box = shape.box();
        var stroke = shape.part().kind().equals("callActivity") ? 4 : look.stroke();
        rectangle(box, look, stroke, "");
        Icons.task(svg, shape.part(), box, look.ink());
        svg.add("<g class=\"name\" fill=\"%s\" text-anchor=\"middle\">", look.ink());
        var room = shape.part().kind().equals("callActivity") ? 44 : 56;
        Lettering.centred(
                svg,
                shape.part().name(),
                NAME,
                new Box(box.x() + 6, box.centreY() - room / 2.0, box.width() - 12, room));
        svg.add("</g>");
    }

    private void event(Shape shape, Look look) {
        var box = shape.box();
        var part = shape.part();
        var dashes = part.interrupting() ? "" : " stroke-dasharray=\"4 3\"";
        var stroke = part.kind().equals("endEvent") ? 3.5 : look.stroke();
        var radius = box.width() / 2;
        circle(box, radius, look.fill(), look.edge(), stroke, dashes);
        if (!part.kind().equals("startEvent") && !part.kind().equals("endEvent")) {
            circle(box, radius - 3.5, "none", look.edge(), 1.2, dashes);
        }
        Icons.event(svg, part, box, look.ink());
    }

    private void circle(Box box, double radius, String fill, String ink, double stroke, String more) {
        svg.add(
                "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\"%s/>",
                fill.equals("none") ? "line" : "body", box.centreX(), box.centreY(), radius, fill, ink, stroke, more);
    }

    private void gateway(Shape shape, Look look) {
        var box = shape.box();
        var half = box.width() / 2;
        svg.add(
                "<path class=\"body\" d=\"M%s %sl%s %sl%s %sl%s %sz\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\"/>",
                box.centreX(), box.y(), half, half, -half, half, -half, -half, look.fill(), look.edge(), look.stroke());
        var kind = shape.part().kind();
        svg.add(
                "<path class=\"line\" d=\"%s\" transform=\"translate(%s %s)\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"/>",
                sign(kind), box.centreX(), box.centreY(), look.edge(), kind.equals("eventBasedGateway") ? "1.2" : "3");
    }

    private static String sign(String kind) {
        return switch (kind) {
            case "parallelGateway" -> "M-10 0h20M0-10v20";
            case "eventBasedGateway" -> // a pentagon in two circles
                "M-13 0a13 13 0 1 0 26 0a13 13 0 1 0-26 0M-10.5 0a10.5 10.5 0 1 0 21 0a10.5 10.5 0 1 0-21 0"
                        + "M0-6.5 6.2-2 3.8 5.3-3.8 5.3-6.2-2z";
            default -> "M-6-7 6 7M6-7-6 7";
        };
    }

    private void subProcess(Shape shape, Look look) {
        var box = shape.box();
        rectangle(box, look, look.stroke(), shape.part().byEvent() ? " stroke-dasharray=\"1.5 4\"" : "");
        svg.add("<g class=\"name\" fill=\"%s\" text-anchor=\"middle\">", look.ink());
        Lettering.below(svg, shape.part().name(), NAME, box.width() - 12, box.centreX(), box.y() + 5);
        svg.add("</g>");
    }

    private void rectangle(Box box, Look look, double stroke, String more) {
        svg.add(
                "<rect class=\"body\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"10\" fill=\"%s\" stroke=\"%s\""
                        + " stroke-width=\"%s\"%s/>",
                box.x(), box.y(), box.width(), box.height(), look.fill(), look.edge(), stroke, more);
    }

    private void label(Shape shape, Look look) {
        var label = shape.label();
        if (label != null) {
            svg.add("<g class=\"name\" fill=\"%s\" text-anchor=\"middle\">", look.ink());
            var width = Math.max(label.width() + 4, NARROWEST);
            if (label.bottom() <= shape.box().y()) {
                Lettering.above(svg, shape.part().name(), LABEL, width, label.centreX(), label.bottom());
            } else {
                Lettering.below(svg, shape.part().name(), LABEL, width, label.centreX(), label.y());
            }
            svg.add("</g>");
        }
    }
}
