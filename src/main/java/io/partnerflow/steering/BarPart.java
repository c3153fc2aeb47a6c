package io.partnerflow.steering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A part of a bar that is drawn on the server; its colour comes from the style sheet.
 *
 * @param name what it stands for
 * @param x where it begins
 */
record BarPart(String name, long x, long width) {

    /** How wide the widest bar is drawn. */
    static final int WIDTH = 240;

    /**
     * Parts side by side.
     *
     * @param values in the order they are drawn, none negative
     * @param widest what fills the whole width
     */
    static List<BarPart> of(Map<? extends Enum<?>, Long> values, long widest) {
        var parts = new ArrayList<BarPart>();
        var left = 0L;
        for (var value : values.entrySet()) {
            var right = left + value.getValue();
            var x = WIDTH * left / Math.max(1, widest);
            parts.add(new BarPart(value.getKey().name(), x, WIDTH * right / Math.max(1, widest) - x));
            left = right;
        }
        return parts.stream().filter(part -> part.width() > 0).toList();
    }
}
