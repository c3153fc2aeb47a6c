package io.partnerflow.engine;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** How often something was passed, and how long it took: sorted into classes of about the same duration. */
public final class Passes {

    public static final Passes NONE = new Passes(new TreeMap<>(), 0);

    private final TreeMap<Integer, Portion> classes;
    private final long longestMs;

    private record Portion(long count, long totalMs) {

        Portion plus(Portion other) {
            return new Portion(count + other.count, totalMs + other.totalMs);
        }
    }

    private Passes(TreeMap<Integer, Portion> classes, long longestMs) {
        this.classes = classes;
        this.longestMs = longestMs;
    }

    static Passes of(int durationClass, long count, long totalMs, long longestMs) {
        return new Passes(new TreeMap<>(Map.of(durationClass, new Portion(count, totalMs))), longestMs);
    }

    public Passes plus(Passes other) {
        var all = new TreeMap<>(classes);
        other.classes.forEach((name, portion) -> all.merge(name, portion, Portion::plus));
        return new Passes(all, Math.max(longestMs, other.longestMs));
    }

    public long count() {
        return classes.values().stream().mapToLong(Portion::count).sum();
    }

    public Duration total() {
        return Duration.ofMillis(
                classes.values().stream().mapToLong(Portion::totalMs).sum());
    }

    public Duration longest() {
        return Duration.ofMillis(longestMs);
    }

    public Duration median() {
        return at(50);
    }

    /**
     * At least so many of a hundred took no longer: the mean of the class in which that one lies, which is within five per
     * cent of it; exact where it is alone in its class.
     */
    public Duration at(int percent) {
        var rank = (count() * percent + 99) / 100;
        for (var portion : classes.values()) {
            rank -= portion.count();
            if (rank <= 0) {
                return Duration.ofMillis(Math.round((double) portion.totalMs() / portion.count()));
            }
        }
        return Duration.ZERO;
    }
}
