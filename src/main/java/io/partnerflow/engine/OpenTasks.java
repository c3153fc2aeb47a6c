package io.partnerflow.engine;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tasks whose work is done on a page of ours: the page ends them, so that nobody has to say twice that it is done. */
@Component
@Transactional
public class OpenTasks {

    private final TaskService tasks;
    private final OnBehalfOfTheHouse house;

    OpenTasks(@Lazy TaskService tasks, OnBehalfOfTheHouse house) {
        this.tasks = tasks;
        this.house = house;
    }

    /** Element ids of the open tasks about this aggregate. */
    @Transactional(readOnly = true)
    public Set<String> about(String businessKey) {
        return house.ask(() -> tasks.createTaskQuery().processInstanceBusinessKey(businessKey).list().stream()
                .map(Task::getTaskDefinitionKey)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Ends the task in the caller's transaction; none open: nothing happens.
     *
     * @param element id of the user task in the model, whose form asks nothing
     * @param person who has done the work
     */
    public void complete(String element, String businessKey, String person) {
        complete(element, businessKey, person, Map.of());
    }

    /** The same where the form asks something. @param answers by the form's keys; checked as if they came from the form */
    public void complete(String element, String businessKey, String person, Map<String, Object> answers) {
        house.run(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(element)
                .list()
                .forEach(task -> {
                    tasks.setAssignee(task.getId(), person);
                    tasks.complete(task.getId(), answers);
                }));
    }
}
