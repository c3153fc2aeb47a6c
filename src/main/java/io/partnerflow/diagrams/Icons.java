package io.partnerflow.diagrams;

import java.util.Map;

/** The small signs that say what kind of task or event something is, drawn around a middle or from a top left corner. */
final class Icons {

    private static final String TRIANGLES = "M0-5-7 0 0 5zM7-5 0 0 7 5z";

    /** By kind of task, 16 pixels wide, from the top left. */
    private static final Map<String, String> TASKS = Map.of(
            "userTask", "<circle cx=\"8\" cy=\"4.5\" r=\"3\"/><path d=\"M2 14.5c0-4 2.6-5.7 6-5.7s6 1.7 6 5.7z\"/>",
            "serviceTask",
                    "<circle cx=\"8\" cy=\"8\" r=\"6\" fill=\"none\" stroke-width=\"2.6\" stroke-dasharray=\"2.356\"/>"
                            + "<circle cx=\"8\" cy=\"8\" r=\"4.7\"/><circle cx=\"8\" cy=\"8\" r=\"1.8\"/>",
            "businessRuleTask",
                    "<path d=\"M1 3h14v10H1z\"/><path class=\"solid\" d=\"M1 3h14v3H1z\"/><path d=\"M1 9.5h14M6 6v7\"/>",
            "receiveTask", "<path d=\"M1 3h14v10H1zl7 6 7-6\"/>",
            "sendTask", "<path class=\"solid\" d=\"M1 3h14v10H1z\"/>");

    /** By what an event is about, around its middle. */
    private static final Map<String, String> EVENTS = Map.of(
            "message", "<path d=\"M-8-5.5H8v11H-8zL0 1l8-6.5\"/>",
            "timer", "<circle r=\"9.5\"/><path d=\"M0-6V0L4 2.5M0-9.5v2M0 9.5v-2M-9.5 0h2M9.5 0h-2\"/>",
            "error", "<path d=\"M-8 7-3.5-6 2 1.5 8-7 3.5 6-2-1.5z\"/>",
            "compensate", "<path d=\"" + TRIANGLES + "\" transform=\"translate(-1 0)\"/>",
            "terminate", "<circle class=\"solid\" r=\"10\"/>");

    private Icons() {}

    static void task(Svg svg, Part task, Box box, String ink) {
        svg.add(
                "<g class=\"icon\" transform=\"translate(%s %s)\" fill=\"#fff\" stroke=\"%s\">%s</g>",
                box.x() + 6, box.y() + 6, ink, solid(TASKS.getOrDefault(task.kind(), ""), ink));
        if (task.kind().equals("callActivity")) {
            svg.add(
                    "<path class=\"line\" d=\"M%s %sh14v14h-14zm7 3v8m-4-4h8\" fill=\"none\" stroke=\"%s\"/>",
                    box.centreX() - 7, box.bottom() - 17, ink);
        }
        if (task.undo()) {
            svg.add(
                    "<path class=\"line\" d=\"%s\" transform=\"translate(%s %s)\" fill=\"none\" stroke=\"%s\"/>",
                    TRIANGLES, box.centreX() - 1, box.bottom() - 11, ink);
        }
    }

    static void event(Svg svg, Part event, Box box, String ink) {
        svg.add(
                "<g class=\"%s\" transform=\"translate(%s %s)\" fill=\"%s\" stroke=\"%s\" stroke-linejoin=\"round\">%s</g>",
                event.throwsEvent() ? "solid" : "line",
                box.centreX(),
                box.centreY(),
                event.throwsEvent() ? ink : "none",
                ink,
                solid(EVENTS.getOrDefault(event.event(), ""), ink));
    }

    /** What is done, what waits, what failed, for those who do not tell colours apart. */
    static void badge(Svg svg, String sign, double x, double y, String ink) {
        svg.add("<circle class=\"mark\" cx=\"%s\" cy=\"%s\" r=\"9\" fill=\"%s\"/>", x, y, ink)
                .add(
                        "<path class=\"on-mark\" d=\"%s\" transform=\"translate(%s %s)\" fill=\"none\" stroke=\"#fff\" stroke-width=\"2\""
                                + " stroke-linecap=\"round\"/>",
                        sign, x, y);
    }

    private static String solid(String icon, String ink) {
        return icon.replace("class=\"solid\"", "class=\"solid\" fill=\"" + ink + "\"");
    }
}
