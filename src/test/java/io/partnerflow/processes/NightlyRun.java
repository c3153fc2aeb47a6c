package io.partnerflow.processes;

import org.camunda.bpm.engine.ProcessEngine;

/** Lets one of the nightly runs take place, to its end. */
public class NightlyRun {

    private final ProcessEngine engine;

    public NightlyRun(ProcessEngine engine) {
        this.engine = engine;
    }

    /** @return id of the process that has run */
    public String of(String process) {
        var timer = engine.getManagementService().createJobQuery().processDefinitionKey(process).list().stream()
                .filter(job -> job.getProcessInstanceId() == null)
                .findFirst()
                .orElseThrow();
        var before =
                engine
                        .getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .list()
                        .stream()
                        .collect(java.util.stream.Collectors.toMap(one -> one.getId(), one -> one, (a, b) -> a));
        engine.getManagementService().executeJob(timer.getId());
        var run =
                engine
                        .getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .list()
                        .stream()
                        .map(one -> one.getId())
                        .filter(id -> !before.containsKey(id))
                        .findFirst()
                        .orElseThrow();
        var jobs = engine.getManagementService().createJobQuery().processInstanceId(run);
        while (jobs.count() > 0) {
            engine.getManagementService().executeJob(jobs.list().get(0).getId());
        }
        return run;
    }
}
