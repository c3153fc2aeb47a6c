package io.partnerflow.engine;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of user task tells the person who does it. A module declares a bean per task; the facts are frozen into
 * the task when it opens, as strings its form shows.
 */
public interface TaskBriefing {

    /** The id of the task's form, such as {@code order.check-order}. */
    String task();

    /**
     * @param businessKey the number of the aggregate the task is about
     * @return by field key of the form; values have at most 4,000 characters and are shown literally
     */
    Map<String, String> facts(String businessKey);

    /**
     * Who is to do it, where that is known only when the task opens.
     *
     * @return empty for the desk the model names
     */
    default Optional<Asked> asked(String businessKey) {
        return Optional.empty();
    }

    /**
     * Whose task it is; exactly one of both.
     *
     * @param desk a group, in place of the one the model names
     * @param person who has it from the beginning; the desk the model names sees it, too
     */
    record Asked(@Nullable String desk, @Nullable String person) {}
}
