package io.partnerflow.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task that waits for somebody.
 *
 * @param id the engine's
 * @param name what it is called in its model
 * @param processName what its process is called in its model
 * @param instance the engine's id of the process, for the link into Cockpit; null for a task without one
 * @param businessKey number of what it is about; null for a task without a process
 * @param desks the groups that may take it
 * @param assignee who has it; null if nobody does
 * @param due until when it should be done; null if it may wait
 */
public record AgedTask(
        String id,
        String name,
        String processName,
        @Nullable String instance,
        @Nullable String businessKey,
        List<String> desks,
        @Nullable String assignee,
        Instant opened,
        @Nullable Instant due,
        TaskAge age) {

    public AgedTask {
        desks = List.copyOf(desks);
    }
}
