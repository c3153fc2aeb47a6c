package io.partnerflow.engine;

import java.time.Instant;
import java.util.Date;

/**
 * A process variable: a name and one of the few small types a process may remember. There is no factory for objects,
 * files or lists; those belong to an aggregate, and the process remembers its number.
 *
 * @param <T> the type on the Java side
 */
public final class Variable<T> {

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_NOTE = 2000;

    private final String name;
    private final Class<T> type;
    private final int longest;

    private Variable(String name, Class<T> type, int longest) {
        this.name = name;
        this.type = type;
        this.longest = longest;
    }

    /** A number, a code or a choice, at most 64 characters. Nothing about a person. */
    public static Variable<String> id(String name) {
        return new Variable<>(name, String.class, LONGEST_ID);
    }

    /** An answer a gateway asks for. */
    public static Variable<Boolean> flag(String name) {
        return new Variable<>(name, Boolean.class, 0);
    }

    /** The moment a timer waits for. */
    public static Variable<Instant> moment(String name) {
        return new Variable<>(name, Instant.class, 0);
    }

    /** What a clerk wrote into a task's form for the step after it, at most 2,000 characters. */
    public static Variable<String> note(String name) {
        return new Variable<>(name, String.class, LONGEST_NOTE);
    }

    public String name() {
        return name;
    }

    T fromEngine(Object stored) {
        return type.cast(stored instanceof Date date ? date.toInstant() : stored);
    }

    Object toEngine(T value) {
        if (value instanceof Instant instant) {
            return Date.from(instant);
        }
        if (value instanceof String text && text.length() > longest) {
            throw new IllegalArgumentException(
                    "process variable %s may have %d characters, not %d".formatted(name, longest, text.length()));
        }
        return value;
    }
}
