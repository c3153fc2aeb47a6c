package io.partnerflow.diagrams;

import io.partnerflow.engine.ProcessDiagram.State;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a state looks. Written as attributes, which any style sheet overrides through the classes {@code done},
 * {@code running}, {@code waiting}, {@code failed} and {@code ahead}, and which need none where there is none.
 *
 * @param ink   of what is written
 * @param edge  of outlines
 * @param sign  path of the sign in its badge; empty for none
 */
record Look(String name, String ink, String edge, String fill, double stroke, String sign) {

    private static final Look PLAIN = new Look("plain", "#22242a", "#22242a", "#fff", 1.5, "");
    private static final Look AHEAD = new Look("ahead", "#56615c", "#a9b3ae", "#fff", 1.5, "");

    /** Written as attributes for paper, where no style sheet is: the hotter, the darker. */
    static Look of(Heat heat) {
        var fill = List.of("#fff", "#fdf0e3", "#fbd9b5", "#f6b26b", "#dd7a1c", "#a34408")
                .get(heat.level());
        var ink = heat.level() > 3 ? "#fff" : "#22242a";
        return new Look("heat-" + heat.level(), ink, heat.level() == 0 ? "#a9b3ae" : "#a34408", fill, 1.5, "");
    }

    /** @param state null for what has not been reached */
    static Look of(boolean showsProgress, @Nullable State state) {
        if (state == null) {
            return showsProgress ? AHEAD : PLAIN;
        }
        var name = state.name().toLowerCase(Locale.ROOT);
        return switch (state) {
            case DONE -> new Look(name, "#454f4b", "#69746f", "#eceeec", 1.5, "M-4 0-1 3 4-3");
            case RUNNING -> new Look(name, "#1b6a35", "#1b6a35", "#e3f3e7", 2.5, "M-3-4 4 0-3 4");
            case WAITING -> new Look(name, "#7a4f00", "#7a4f00", "#fdf1d6", 2.5, "M-3-4v8M3-4v8");
            case FAILED -> new Look(name, "#a8201a", "#a8201a", "#fdeae8", 2.5, "M0-5v6M0 4.5v.1");
        };
    }
}
