package io.partnerflow.engine;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Does a task in the name of a member of staff, as the person would in Tasklist: claimed, filled in, completed. */
@Component
public class DeskWork {

    private final TaskService tasks;
    private final IdentityService identity;

    DeskWork(@Lazy TaskService tasks, @Lazy IdentityService identity) {
        this.tasks = tasks;
        this.identity = identity;
    }

    /**
     * @param businessKey number of what the task is about
     * @param task id of the task in its model
     * @param person user id of the member of staff
     * @throws IllegalStateException if no such task is open
     */
    @Transactional
    public void complete(String businessKey, String task, String person, Map<String, Object> answers) {
        var open = tasks.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(task)
                .singleResult();
        if (open == null) {
            throw new IllegalStateException("%s has no open task %s".formatted(businessKey, task));
        }
        var groups = identity.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
        identity.setAuthentication(person, groups);
        try {
            tasks.claim(open.getId(), person);
            tasks.complete(open.getId(), answers);
        } finally {
            identity.clearAuthentication();
        }
    }
}
