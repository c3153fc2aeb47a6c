package io.partnerflow.diagrams;

/**
 * How much happens at an element.
 *
 * @param level 0 for nothing to {@value #HOTTEST}
 * @param text  what is written on it, short; empty for nothing
 */
public record Heat(int level, String text) {

    public static final int HOTTEST = 5;

    public Heat {
        if (level < 0 || level > HOTTEST) {
            throw new IllegalArgumentException("no such level of heat: " + level);
        }
    }
}
