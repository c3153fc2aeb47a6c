package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.engine.FailedStepRepair;
import io.partnerflow.engine.FailedWork;
import io.partnerflow.engine.Failure;
import io.partnerflow.orders.OrderStatus;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Paging;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a process, and of who has called it, after a step was left out. */
@PartnerflowTest
class SkippedStepsTest extends OrderTests {

    private static final String STEP = """
            <bpmn:serviceTask id="%s" name="%s" camunda:asyncBefore="%s" camunda:delegateExpression="${%s}">
              <bpmn:documentation>If skipped, a person does it.</bpmn:documentation>
              <bpmn:extensionElements><camunda:properties><camunda:property name="skippable" value="true"/></camunda:properties></bpmn:extensionElements>
            </bpmn:serviceTask>""";

    private static final String CALLED = model("skipCalled", """
            <bpmn:startEvent id="startEvent_a"/>
            <bpmn:sequenceFlow id="a" sourceRef="startEvent_a" targetRef="subProcess_inside"/>
            <bpmn:subProcess id="subProcess_inside">
              <bpmn:startEvent id="startEvent_b"/>
              <bpmn:sequenceFlow id="b" sourceRef="startEvent_b" targetRef="serviceTask_lastInside"/>
              %s
              <bpmn:sequenceFlow id="c" sourceRef="serviceTask_lastInside" targetRef="endEvent_inside"/>
              <bpmn:endEvent id="endEvent_inside"/>
            </bpmn:subProcess>
            <bpmn:sequenceFlow id="d" sourceRef="subProcess_inside" targetRef="serviceTask_last"/>
            %s
            <bpmn:sequenceFlow id="e" sourceRef="serviceTask_last" targetRef="endEvent_called"/>
            <bpmn:endEvent id="endEvent_called"/>""".formatted(
                    STEP.formatted("serviceTask_lastInside", "Last inside", "true", "nobodysDelegate"),
                    STEP.formatted("serviceTask_last", "Last of all", "true", "nobodysDelegate")));

    private static final String CALLER = model("skipCaller", """
            <bpmn:startEvent id="startEvent_caller"/>
            <bpmn:sequenceFlow id="a" sourceRef="startEvent_caller" targetRef="callActivity_called"/>
            <bpmn:callActivity id="callActivity_called" calledElement="skipCalled">
              <bpmn:extensionElements><camunda:in businessKey="#{execution.processBusinessKey}"/></bpmn:extensionElements>
            </bpmn:callActivity>
            <bpmn:sequenceFlow id="b" sourceRef="callActivity_called" targetRef="userTask_after"/>
            <bpmn:userTask id="userTask_after" name="Go on"/>
            <bpmn:sequenceFlow id="c" sourceRef="userTask_after" targetRef="endEvent_caller"/>
            <bpmn:endEvent id="endEvent_caller"/>""");

    /** The step after the one that is left out fails in the same transaction, and not by the engine's own error. */
    private static final String NEXT_FAILS = model("skipNextFails", """
            <bpmn:startEvent id="startEvent_a"/>
            <bpmn:sequenceFlow id="a" sourceRef="startEvent_a" targetRef="serviceTask_skipped"/>
            %s
            <bpmn:sequenceFlow id="b" sourceRef="serviceTask_skipped" targetRef="serviceTask_next"/>
            %s""".formatted(
                    STEP.formatted("serviceTask_skipped", "Left out", "true", "nobodysDelegate"),
                    STEP.formatted("serviceTask_next", "Fails as well", "false", "keepAnswerDelegate")));

    @Autowired
    FailedWork failures;

    @Autowired
    FailedStepRepair repair;

    final String key = "OR-skipped-" + UUID.randomUUID();
    String deployment;

    @BeforeEach
    void deploy() {
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("skip-called.bpmn", CALLED)
                .addString("skip-caller.bpmn", CALLER)
                .addString("skip-next-fails.bpmn", NEXT_FAILS)
                .deploy()
                .getId();
    }

    @AfterEach
    void forgetIt() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
        database.sql("DELETE FROM process_run WHERE process IN ('skipCalled', 'skipCaller', 'skipNextFails')")
                .update();
    }

    @Test
    void whereTheLastStepsAreLeftOutTheProcessEndsAndItsCallerGoesOn() {
        engine.getRuntimeService().startProcessInstanceByKey("skipCaller", key);

        skip(key, "serviceTask_lastInside");
        assertThat(process.hasJob(key, "serviceTask_last")).isTrue();
        skip(key, "serviceTask_last");

        assertThat(process.waitsAt(key)).contains("userTask_after");
        assertThat(run("skipCalled", key)).isEqualTo("COMPLETED endEvent_called");
        process.complete(key, "userTask_after", Map.of());
        process.hasEndedBy(key, "endEvent_inside", "endEvent_called", "endEvent_caller");
        assertThat(run("skipCaller", key)).isEqualTo("COMPLETED endEvent_caller");
    }

    @Test
    void anOrderWhoseResellerIsMarkedByHandIsCompletedAndInvoiced() {
        var order = toBeChecked();
        approve(order);
        process.run(order, "serviceTask_createCustomerAccount");

        skip(order, "serviceTask_markReseller");

        assertThat(view(order).status()).isEqualTo(OrderStatus.ACTIVE);
        invoice(order);
        process.hasEndedBy(order, "endEvent_accountReady", "endEvent_accountProvisioned", "endEvent_orderCompleted");
        assertThat(run("provisioning", order)).isEqualTo("COMPLETED endEvent_accountProvisioned");
        assertThat(view(order).status()).isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    void whatFollowsMayFailAsWellAndThenNothingIsLeftOut() {
        engine.getRuntimeService().startProcessInstanceByKey("skipNextFails", key);

        assertThatThrownBy(() -> skip(key, "serviceTask_skipped"))
                .isInstanceOfSatisfying(
                        Conflict.class, told -> assertThat(told.code()).isEqualTo("failed-step-next-fails"));

        assertThat(failed(key, "serviceTask_skipped").tries()).isOne();
    }

    private void skip(String about, String element) {
        if (about.equals(key)) {
            catchThrowable(() -> process.run(about, element));
        }
        engine.getManagementService()
                .setJobRetries(process.jobAt(about, element).getId(), 0);
        repair.skip(failed(about, element));
    }

    private Failure failed(String about, String element) {
        return failures.list(new FailedWork.Wanted(true, null, element), Paging.first()).items().stream()
                .filter(failure -> about.equals(failure.businessKey()))
                .findFirst()
                .orElseThrow();
    }

    private String run(String model, String about) {
        var run = engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(model)
                .processInstanceBusinessKey(about)
                .singleResult();
        return run.getState() + " " + ((HistoricProcessInstanceEntity) run).getEndActivityId();
    }

    private static String model(String id, String elements) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
                  <bpmn:process id="%s" name="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
                %s
                  </bpmn:process>
                </bpmn:definitions>""".formatted(id, id, elements);
    }
}
