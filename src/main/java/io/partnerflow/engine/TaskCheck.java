package io.partnerflow.engine;

import io.partnerflow.shared.Invalid;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a module has against an answer to one of its tasks, beyond what its form says: such as that the person who asked is
 * not the one who approves. Asked whoever completes the task and by whatever way; nothing follows from what is refused.
 */
public interface TaskCheck {

    /** The id of the task's form, as in {@link TaskBriefing#task()}. */
    String task();

    /**
     * @param businessKey number of what the task is about
     * @param answers what stands in its form, and what the process knows
     * @param by name of the person at the vendor; null if nobody is logged in
     */
    void check(String businessKey, Map<String, Object> answers, @Nullable String by) throws Invalid;
}
