package io.partnerflow.engine;

import java.util.Map;

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
}
