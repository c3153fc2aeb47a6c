package io.partnerflow.engine;

import java.time.Instant;

/**
 * A person has something to do; published in the transaction that opens the task.
 *
 * @param taskId the engine's id of the task
 * @param name the task's name in its model
 * @param group the desk that may take it
 * @param businessKey number of what the task is about
 * @param due until when it should be done; null if it may wait
 */
public record TaskOpened(String taskId, String name, String group, String businessKey, Instant due) {}
