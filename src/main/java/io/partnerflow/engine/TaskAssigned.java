package io.partnerflow.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task was given to somebody by somebody else; published in the transaction that gives it.
 *
 * @param taskId the engine's id of the task
 * @param name the task's name in its model
 * @param assignee log-in of who is to do it
 * @param by log-in of who gave it
 * @param businessKey number of what the task is about
 * @param due until when it should be done; null if it may wait
 * @param at when it was given
 */
public record TaskAssigned(
        String taskId,
        String name,
        String assignee,
        String by,
        String businessKey,
        @Nullable Instant due,
        Instant at) {}
