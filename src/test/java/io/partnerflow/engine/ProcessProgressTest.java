package io.partnerflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.engine.Progress.State;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PartnerflowTest
class ProcessProgressTest {

    private static final String KEY = "XX-2026-000001";

    @Autowired
    ProcessEngine engine;

    @Autowired
    ProcessProgress progress;

    private String deployment;

    @BeforeEach
    void aProcessThatWaitsAndThenBreaks() {
        var model = Bpmn.createExecutableProcess("waits-and-breaks")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent("startEvent_begun")
                .receiveTask("receiveTask_await")
                .message("something.arrived")
                .serviceTask("serviceTask_break")
                .camundaAsyncBefore()
                .camundaDelegateExpression("${nobodyDelegate}")
                .endEvent("endEvent_never")
                .done();
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("waits-and-breaks.bpmn", model)
                .deploy()
                .getId();
        engine.getRuntimeService().startProcessInstanceByKey("waits-and-breaks", KEY);
    }

    @AfterEach
    void forgetIt() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @Test
    void tellsWhatIsDoneAndWhatIsWaitedFor() {
        assertThat(stateOf("startEvent_begun")).isEqualTo(State.DONE);
        assertThat(stateOf("receiveTask_await")).isEqualTo(State.WAITING);
        assertThat(progress.of("waits-and-breaks", KEY).orElseThrow().model()).contains("serviceTask_break");
    }

    @Test
    void tellsWhatTheMachineIsAtAndWhatFailed() {
        engine.getRuntimeService()
                .createMessageCorrelation("something.arrived")
                .processInstanceBusinessKey(KEY)
                .correlate();
        assertThat(stateOf("receiveTask_await")).isEqualTo(State.DONE);
        assertThat(stateOf("serviceTask_break")).isEqualTo(State.RUNNING);

        var job = engine.getManagementService()
                .createJobQuery()
                .activityId("serviceTask_break")
                .singleResult();
        engine.getManagementService().setJobRetries(job.getId(), 1);
        assertThat(catchThrowable(() -> engine.getManagementService().executeJob(job.getId())))
                .isNotNull();
        engine.getManagementService().setJobRetries(job.getId(), 0);
        var failed = progress.of("waits-and-breaks", KEY).orElseThrow().elements().stream()
                .filter(element -> element.id().equals("serviceTask_break"))
                .findFirst()
                .orElseThrow();
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.problem()).contains("nobodyDelegate");
    }

    @Test
    void knowsNothingOfWhatNeverBegan() {
        assertThat(progress.of("waits-and-breaks", "XX-2026-000002")).isEmpty();
        assertThat(progress.of("nothing", KEY)).isEmpty();
    }

    private State stateOf(String element) {
        return progress.of("waits-and-breaks", KEY).orElseThrow().elements().stream()
                .filter(candidate -> candidate.id().equals(element))
                .map(Progress.Element::state)
                .findFirst()
                .orElseThrow();
    }
}
