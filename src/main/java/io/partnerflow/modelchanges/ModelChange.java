package io.partnerflow.modelchanges;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to change, and what became of it.
 *
 * @param running    whether cases that run move to the new version
 * @param process    whose cases move, where nothing else changes; null otherwise
 * @param decidedBy  the second person, or the proposer who withdrew; null while it is open
 * @param answer     what was said with the decision; null if nothing
 * @param deployment id of the edition it became; null until it is in force
 * @param files      empty for a mere move of running cases
 */
public record ModelChange(
        String number,
        Kind kind,
        String reason,
        Running running,
        @Nullable String process,
        Status status,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String answer,
        @Nullable String deployment,
        @Nullable Instant inForceAt,
        List<String> files) {

    /** What kind of change it is. */
    public enum Kind {
        CHANGE,
        /** A former version comes back. */
        ROLLBACK,
        /** What the release brings is taken instead of what was changed here. */
        RELEASE,
        /** Running cases move, and nothing else. */
        MIGRATION
    }

    /** What happens to cases that run. */
    public enum Running {
        STAY,
        MIGRATE
    }

    /** How far it has come. */
    public enum Status {
        PROPOSED,
        /** By a second person; it comes into force within moments. */
        APPROVED,
        IN_FORCE,
        REFUSED,
        WITHDRAWN,
        /** What it was made from had been changed by another before it came into force. */
        OVERTAKEN
    }

    /** Keys of the processes it touches. */
    public List<String> processes() {
        return process != null
                ? List.of(process)
                : files.stream()
                        .filter(file -> file.endsWith(".bpmn"))
                        .map(file -> file.substring(0, file.length() - ".bpmn".length()))
                        .toList();
    }

    public boolean isOpen() {
        return status == Status.PROPOSED;
    }
}
