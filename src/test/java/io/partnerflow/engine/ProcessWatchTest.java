package io.partnerflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.engine.ProcessDiagram.ElementState;
import io.partnerflow.engine.ProcessDiagram.State;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A task, a message, a step that fails: what the house can say about a process at each point. */
@PartnerflowTest
@RecordApplicationEvents
class ProcessWatchTest {

    private static final String KEY = "OR-watch-" + UUID.randomUUID();

    @Autowired
    ProcessEngine engine;

    @Autowired
    ProcessWatch watch;

    @Autowired
    ProcessModels models;

    @Autowired
    ApplicationEvents events;

    String deployment;

    @BeforeEach
    void startAProcess() {
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("watched.bpmn", model())
                .deploy()
                .getId();
        engine.getRuntimeService().startProcessInstanceByKey("watched", KEY);
    }

    @AfterEach
    void forgetIt() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    private static BpmnModelInstance model() {
        return Bpmn.createExecutableProcess("watched")
                .name("Watched")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent("startEvent_begun")
                .userTask("userTask_decide")
                .name("Decide")
                .camundaCandidateGroups("order-desk")
                .camundaDueDate("P1D")
                .camundaFormRef("watch.decide")
                .camundaFormRefBinding("latest")
                .receiveTask("receiveTask_answer")
                .name("Answer")
                .message("watched.answered")
                .serviceTask("serviceTask_createAccount")
                .name("Create account")
                .camundaAsyncBefore()
                .camundaDelegateExpression("${nobodysDelegate}")
                .endEvent("endEvent_done")
                .done();
    }

    @Test
    void aTaskWaitsForADesk() {
        assertThat(watch.waitingFor(KEY)).singleElement().satisfies(wait -> {
            assertThat(wait.kind()).isEqualTo(Waiting.Kind.TASK);
            assertThat(wait.element()).isEqualTo("userTask_decide");
            assertThat(wait.name()).isEqualTo("Decide");
            assertThat(wait.desk()).isEqualTo("order-desk");
            assertThat(wait.due()).isCloseTo(wait.since().plus(1, ChronoUnit.DAYS), within(1, ChronoUnit.MINUTES));
        });
    }

    @Test
    void aMessageIsWaitedForByName() {
        complete(Map.of("orderDecision", "approve"));
        assertThat(watch.waitingFor(KEY)).singleElement().satisfies(wait -> {
            assertThat(wait.kind()).isEqualTo(Waiting.Kind.MESSAGE);
            assertThat(wait.name()).isEqualTo("Answer");
            assertThat(wait.message()).isEqualTo("watched.answered");
        });
        assertThat(watch.history(KEY))
                .extracting(Passed::element)
                .containsExactly("startEvent_begun", "userTask_decide", "receiveTask_answer");
    }

    @Test
    void aStepThatFailsIsTriedAgainAndThenWaitsForAManager() {
        complete(Map.of("orderDecision", "approve"));
        engine.getRuntimeService()
                .createMessageCorrelation("watched.answered")
                .processInstanceBusinessKey(KEY)
                .correlate();
        assertThat(watch.waitingFor(KEY))
                .singleElement()
                .satisfies(wait -> assertThat(wait.kind()).isEqualTo(Waiting.Kind.STEP));
        assertThat(states()).containsEntry("serviceTask_createAccount", State.RUNNING);

        tryOnce();
        assertThat(watch.waitingFor(KEY)).singleElement().satisfies(wait -> {
            assertThat(wait.kind()).isEqualTo(Waiting.Kind.RETRY);
            assertThat(wait.due()).isNotNull();
            assertThat(wait.message()).contains("nobodysDelegate");
        });
        assertThat(watch.diagrams(KEY).get(0).elements())
                .filteredOn(ElementState::again)
                .singleElement()
                .satisfies(element -> {
                    assertThat(element.id()).isEqualTo("serviceTask_createAccount");
                    assertThat(element.state()).isEqualTo(State.WAITING);
                    assertThat(element.waitsFor()).isEqualTo(ProcessDiagram.Party.HOUSE);
                });

        for (var tries = 2; tries <= 7; tries++) {
            tryOnce();
        }
        assertThat(watch.waitingFor(KEY)).singleElement().satisfies(wait -> {
            assertThat(wait.kind()).isEqualTo(Waiting.Kind.INCIDENT);
            assertThat(wait.name()).isEqualTo("Create account");
            assertThat(wait.message())
                    .startsWith("Step “Create account” did not succeed")
                    .contains("What to do:");
        });
        assertThat(events.stream(IncidentOpened.class)).singleElement().satisfies(incident -> {
            assertThat(incident.businessKey()).isEqualTo(KEY);
            assertThat(incident.stepName()).isEqualTo("Create account");
            assertThat(incident.processName()).isEqualTo("Watched");
        });
        assertThat(states())
                .containsEntry("userTask_decide", State.DONE)
                .containsEntry("receiveTask_answer", State.DONE)
                .containsEntry("serviceTask_createAccount", State.FAILED)
                .doesNotContainKey("endEvent_done");
    }

    @Test
    void theDrawingKnowsWhatIsWaitedFor() {
        assertThat(watch.diagrams(KEY)).singleElement().satisfies(diagram -> {
            assertThat(diagram.name()).isEqualTo("Watched");
            assertThat(models.bpmn(diagram.definition()))
                    .contains("userTask_decide")
                    .startsWith("<?xml");
            assertThat(diagram.elements())
                    .filteredOn(element -> element.id().equals("userTask_decide"))
                    .singleElement()
                    .satisfies(element -> {
                        assertThat(element.waitsFor()).isEqualTo(ProcessDiagram.Party.VENDOR);
                        assertThat(element.due()).isNotNull();
                    });
            assertThat(diagram.taken()).hasSize(1);
        });
        assertThat(states())
                .containsEntry("startEvent_begun", State.DONE)
                .containsEntry("userTask_decide", State.WAITING);
    }

    @Test
    void aKeyNothingRunsUnderWaitsForNothing() {
        assertThat(watch.waitingFor("OR-nothing")).isEmpty();
        assertThat(watch.diagrams("OR-nothing")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', choose one of the options",
        "maybe, has no option",
        "reject, Reason is needed",
    })
    void aTaskCannotBeCompletedWithoutADecision(String decision, String why) {
        assertThatThrownBy(() -> complete(Map.of("orderDecision", decision))).hasStackTraceContaining(why);
        assertThat(watch.waitingFor(KEY))
                .singleElement()
                .satisfies(wait -> assertThat(wait.element()).isEqualTo("userTask_decide"));
    }

    private void complete(Map<String, Object> answers) {
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(KEY)
                .singleResult();
        engine.getFormService().submitTaskForm(task.getId(), new HashMap<>(answers));
    }

    private void tryOnce() {
        var job = engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey("watched")
                .singleResult();
        catchThrowable(() -> engine.getManagementService().executeJob(job.getId()));
    }

    private Map<String, State> states() {
        var states = new HashMap<String, State>();
        List<ElementState> elements = watch.diagrams(KEY).get(0).elements();
        elements.forEach(element -> states.put(element.id(), element.state()));
        return states;
    }
}
