package io.partnerflow.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step that has used up its tries, or something a process has reported about itself.
 *
 * @param id the engine's id of the incident
 * @param kind {@link #FAILED_STEP}, or what sort of thing was reported, in kebab-case
 * @param step the engine's id of the step that can try again; null for what was reported
 * @param definition which edition of the model it happened in; {@link ProcessModels} has it; null for what belongs to no process:
 *     the engine clearing up its history, running cases being moved to another edition
 * @param process key of the process; empty where it belongs to none
 * @param processName what the process is called in its model; empty where it belongs to none
 * @param version number of that edition
 * @param element id of the element that failed
 * @param elementName what it is called in its model; the id where it has no name
 * @param instance the engine's id of the process, for the link into Cockpit; null for one that could not even begin
 * @param businessKey number of what it is about; null for the house's own runs
 * @param message what happened, in the vendor's language
 * @param cause what the last try ended with, as the program says it; null where nothing is known
 * @param tries how often it was tried; 0 for what was reported
 */
public record Failure(
        String id,
        String kind,
        @Nullable String step,
        @Nullable String definition,
        String process,
        String processName,
        int version,
        String element,
        String elementName,
        @Nullable String instance,
        @Nullable String businessKey,
        Instant since,
        String message,
        @Nullable String cause,
        int tries) {

    /** The kind of a step that has used up its tries. */
    public static final String FAILED_STEP = "failedJob";

    /** Whether it can try again. */
    public boolean isStep() {
        return step != null;
    }

    /** Alike are those of one step in one process, whatever the edition: {@code process/element}. */
    public String alike() {
        return process + "/" + element;
    }
}
