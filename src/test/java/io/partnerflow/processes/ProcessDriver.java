package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/**
 * Moves a process the way staff, time and the job executor would, addressed by business key and element id. Called
 * processes carry the same key, so an element is found wherever it runs.
 */
public class ProcessDriver {

    private final ProcessEngine engine;

    public ProcessDriver(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Runs the one job at the element: a step that is its own job, or a timer whatever its due date. */
    public void run(String businessKey, String element) {
        engine.getManagementService().executeJob(jobAt(businessKey, element).getId());
    }

    /** Runs every job at the element: where several tokens meet there is one each. */
    public void runAll(String businessKey, String element) {
        for (var open = jobs(businessKey, element); !open.isEmpty(); open = jobs(businessKey, element)) {
            engine.getManagementService().executeJob(open.get(0).getId());
        }
    }

    /** Time passes: the timer at this event fires. */
    public void fire(String businessKey, String timerEvent) {
        run(businessKey, timerEvent);
    }

    /** Whether a job (a step, a timer) is open at the element. */
    public boolean hasJob(String businessKey, String element) {
        return !jobs(businessKey, element).isEmpty();
    }

    public Job jobAt(String businessKey, String element) {
        var jobs = jobs(businessKey, element);
        assertThat(jobs)
                .as("jobs at %s of %s, which is at %s", element, businessKey, waitsAt(businessKey))
                .hasSize(1);
        return jobs.get(0);
    }

    private List<Job> jobs(String businessKey, String element) {
        return instances(businessKey).stream()
                .flatMap(instance -> engine
                        .getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId(element)
                        .list()
                        .stream())
                .toList();
    }

    /** As an administrator could do it with the engine's own means: leaves a task out and goes on somewhere else. */
    public void jump(String businessKey, String task, String element) {
        var instance = taskAt(businessKey, task).getProcessInstanceId();
        engine.getRuntimeService()
                .createProcessInstanceModification(instance)
                .cancelAllForActivity(task)
                .startBeforeActivity(element)
                .execute();
    }

    /** Fills in and completes the one open task, then runs its save point if it has one. */
    public void complete(String businessKey, String task, Map<String, Object> answers) {
        engine.getTaskService().complete(taskAt(businessKey, task).getId(), answers);
        if (hasJob(businessKey, task)) {
            run(businessKey, task);
        }
    }

    /** The one open task of this name. */
    public Task taskAt(String businessKey, String task) {
        var open = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(task)
                .initializeFormKeys()
                .list();
        assertThat(open)
                .as("open tasks %s of %s, which is at %s", task, businessKey, waitsAt(businessKey))
                .hasSize(1);
        return open.get(0);
    }

    /** What the task shows: the facts its briefing gave it when it opened. */
    public Map<String, Object> factsOf(String businessKey, String task) {
        return engine.getTaskService()
                .getVariablesLocal(taskAt(businessKey, task).getId());
    }

    /** What the one process about this key remembers. */
    public Object variable(String businessKey, String name) {
        var stored = engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceIdIn(instances(businessKey).stream()
                        .map(HistoricProcessInstance::getId)
                        .toArray(String[]::new))
                .variableName(name)
                .list();
        assertThat(stored).as("variables %s of %s", name, businessKey).hasSize(1);
        return stored.get(0).getValue();
    }

    /** Element ids where something about this key is now, called processes included. */
    public List<String> waitsAt(String businessKey) {
        return activities(businessKey).stream()
                .filter(activity -> activity.getEndTime() == null)
                .map(HistoricActivityInstance::getActivityId)
                .distinct()
                .toList();
    }

    /** Nothing about this key runs any more, and it came by these elements. */
    public void hasEndedBy(String businessKey, String... elements) {
        assertThat(instances(businessKey))
                .as("%s is still at %s", businessKey, waitsAt(businessKey))
                .isNotEmpty()
                .allMatch(instance -> instance.getEndTime() != null);
        hasPassed(businessKey, elements);
    }

    public void hasPassed(String businessKey, String... elements) {
        assertThat(finished(businessKey))
                .as("elements passed by %s", businessKey)
                .containsAll(Arrays.asList(elements));
    }

    public void hasNotPassed(String businessKey, String... elements) {
        assertThat(finished(businessKey))
                .as("elements passed by %s", businessKey)
                .doesNotContainAnyElementsOf(Arrays.asList(elements));
    }

    /** How many processes of the kind there were about this key. */
    public long count(String businessKey, String processDefinition) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .processDefinitionKey(processDefinition)
                .count();
    }

    private List<String> finished(String businessKey) {
        return activities(businessKey).stream()
                .filter(activity -> activity.getEndTime() != null && !activity.isCanceled())
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    private List<HistoricActivityInstance> activities(String businessKey) {
        return instances(businessKey).stream()
                .flatMap(instance -> engine
                        .getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .list()
                        .stream())
                .toList();
    }

    private List<HistoricProcessInstance> instances(String businessKey) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .list();
    }
}
