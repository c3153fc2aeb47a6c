package io.partnerflow.steering;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a case.
 *
 * @param kind   {@code process}, {@code task}, {@code fault}, {@code letter}, {@code document} or {@code audit}
 * @param text   what it was, in the reader's words
 * @param detail more about it; null for nothing
 * @param person who did it; null for nobody
 * @param took   how long it waited; null where nothing did
 * @param open   whether it is still so
 * @param way    where one reads on; null for nowhere
 */
record Moment(
        Instant at,
        String kind,
        String text,
        @Nullable String detail,
        @Nullable String person,
        @Nullable Duration took,
        boolean open,
        @Nullable String way) {

    /** The tone of its badge. */
    public String tone() {
        return switch (kind) {
            case "fault" -> open ? "bad" : "warn";
            case "task" -> open ? "warn" : "good";
            case "process" -> "info";
            default -> "idle";
        };
    }
}
