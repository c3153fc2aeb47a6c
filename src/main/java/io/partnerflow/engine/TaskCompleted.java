package io.partnerflow.engine;

import java.util.Map;
import java.util.Set;

/**
 * A person has done what a task asked for; published in the transaction that completes it, before anything follows from
 * it.
 *
 * @param task the id of the task's form, as in {@link TaskBriefing#task()}
 * @param businessKey number of what the task was about
 * @param by name of the person at the vendor; null if nobody was logged in
 * @param name the task's name in its model
 * @param desks ids of the groups that could do it
 * @param answers what was entered into the form, by field key
 */
public record TaskCompleted(
        String task, String businessKey, String by, String name, Set<String> desks, Map<String, Object> answers) {

    /** Of a task whose form asks nothing. */
    public TaskCompleted(String task, String businessKey, String by, String name, Set<String> desks) {
        this(task, businessKey, by, name, desks, Map.of());
    }
}
