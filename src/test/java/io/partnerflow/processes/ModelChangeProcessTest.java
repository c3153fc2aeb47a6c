package io.partnerflow.processes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestOrders;
import io.partnerflow.TestParties;
import io.partnerflow.engine.HouseEditions;
import io.partnerflow.engine.StaffPerson;
import io.partnerflow.modelchanges.ModelChange.Running;
import io.partnerflow.modelchanges.ModelChange.Status;
import io.partnerflow.modelchanges.ModelChangeList;
import io.partnerflow.modelchanges.ModelChanges;
import io.partnerflow.modelchanges.ModelDecisions;
import io.partnerflow.modelchanges.ModelFile;
import io.partnerflow.modelchanges.RunningCases;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Forbidden;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.VendorCalendar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts new editions in force, so it has an application of its own. */
@PartnerflowTest
@Tag("own-application")
class ModelChangeProcessTest {

    static final StaffPerson OLLE = new StaffPerson("olle", Set.of("order-desk"));
    static final StaffPerson MONA = new StaffPerson("mona", Set.of("managers"));
    static final StaffPerson MAGNUS = new StaffPerson("magnus", Set.of("managers"));
    static final String TERMS = "reseller-onboarding.partner-terms.dmn";
    static final String CHANGE = "subscription-change.bpmn";
    static final String FORM = "subscription-change.decide-change.form";
    static final String LINK = "link-request.bpmn";
    static final String ELEMENT = "userTask_approveModelChange";

    @Autowired
    ModelChanges changes;

    @Autowired
    ModelDecisions decisions;

    @Autowired
    ModelChangeList list;

    @Autowired
    HouseEditions editions;

    @Autowired
    RunningCases cases;

    @Autowired
    OrderManagement orders;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    JdbcClient database;

    @Autowired
    ProcessEngine engine;

    ProcessDriver process;

    @BeforeEach
    void driver() {
        process = new ProcessDriver(engine);
    }

    @Test
    void approvedByASecondPersonItIsInForceForNewCases() {
        var number = propose(">20<", ">22<");
        assertThat(inForce()).doesNotContain(">\"22\"<");

        decisions.decide(number, true, "Agreed in the board.", MAGNUS);
        process.run(number, ELEMENT);

        process.hasEndedBy(number, "serviceTask_putModelsInForce", "endEvent_casesStay");
        assertThat(list.one(number).status()).isEqualTo(Status.IN_FORCE);
        assertThat(list.one(number).decidedBy()).isEqualTo("magnus");
        assertThat(inForce()).contains("\"22\"");
        assertThat(editions.changedHere())
                .extracting(HouseEditions.Changed::name)
                .contains(TERMS);
    }

    @Test
    void nobodyApprovesTheOwnProposalNeitherOnThePageNorInTasklist() {
        var number = changes.propose(List.of(changed("15", "16")), "More for beginners", MONA);

        assertThatThrownBy(() -> decisions.decide(number, true, "", MONA)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> decisions.decide(number, true, "", OLLE)).isInstanceOf(Forbidden.class);
        var task = process.taskAt(number, ELEMENT).getId();
        engine.getIdentityService().setAuthentication("mona", List.of("managers"));
        try {
            assertThatThrownBy(() -> engine.getTaskService()
                            .complete(task, Map.of("changeDecision", "approve", "changeAnswer", "")))
                    .isInstanceOf(ProcessEngineException.class)
                    .hasMessageContaining("cannot approve what you have proposed yourself");
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
        assertThat(list.one(number).status()).isEqualTo(Status.PROPOSED);
        decisions.withdraw(number, MONA);
    }

    @Test
    void refusedWithAReasonNothingChanges() {
        var before = inForce();
        var number = changes.propose(List.of(changed("15", "17")), "More for beginners", OLLE);

        assertThatThrownBy(() -> decisions.decide(number, false, " ", MONA)).isInstanceOf(Invalid.class);
        decisions.decide(number, false, "Too much.", MONA);
        process.run(number, ELEMENT);

        process.hasEndedBy(number, "endEvent_changeRefused");
        assertThat(list.one(number).answer()).isEqualTo("Too much.");
        assertThat(inForce()).isEqualTo(before);
        assertThatThrownBy(() -> decisions.decide(number, true, "", MAGNUS))
                .isInstanceOfSatisfying(
                        Conflict.class, late -> assertThat(late.code()).isEqualTo("model-change-decided"));
    }

    @Test
    void aRefusedChangeDoesNotComeIntoForceWhateverTheProcessIsTold() {
        var before = inForce();
        var number = changes.propose(List.of(changed("15", "19")), "More for beginners", OLLE);
        decisions.decide(number, false, "Too much.", MONA);
        var job = process.jobAt(number, ELEMENT);
        engine.getRuntimeService().setVariable(job.getProcessInstanceId(), "changeDecision", "approve");

        assertThatThrownBy(() -> engine.getManagementService().executeJob(job.getId()))
                .hasStackTraceContaining("has not been approved by a second person");

        assertThat(list.one(number).status()).isEqualTo(Status.REFUSED);
        assertThat(inForce()).isEqualTo(before);
        engine.getRuntimeService().deleteProcessInstance(job.getProcessInstanceId(), "end of the test");
    }

    @Test
    void whatTheRulesHaveComeToRefuseIsNotApprovedAndNotPutInForce() {
        var plainer = text("order.bpmn").replace("name=\"Check order\"", "name=\"Look at order\"");
        var early = changes.propose(List.of(new ModelFile("order.bpmn", plainer.getBytes(UTF_8))), "Plainer", OLLE);
        var late = changes.propose(List.of(new ModelFile("order.bpmn", plainer.getBytes(UTF_8))), "Again", OLLE);
        decisions.decide(late, true, "", MONA);
        asIfRulesHadChanged(plainer.replace("formRef=\"order.check-order\"", "formRef=\"" + FORM + "\""), early, late);

        assertThatThrownBy(() -> decisions.decide(early, true, "", MONA)).isInstanceOf(Invalid.class);
        process.run(late, ELEMENT);

        process.hasEndedBy(late, "endEvent_changeOvertaken");
        assertThat(list.one(late).status()).isEqualTo(Status.OVERTAKEN);
        assertThat(text("order.bpmn")).contains("formRef=\"order.check-order\"");
        decisions.withdraw(early, OLLE);
    }

    /** What was fit when it was proposed is so no longer. */
    private void asIfRulesHadChanged(String content, String... numbers) {
        database.sql("UPDATE model_change_file SET content = ? WHERE change_number = ANY (?)")
                .params(content.getBytes(UTF_8), numbers)
                .update();
    }

    @Test
    void whatBelongsTogetherComesBackTogether() {
        var formBefore = text(FORM);
        var number = changes.propose(List.of(withRemark(CHANGE), withRemark(FORM)), "Remember why", OLLE);
        decisions.decide(number, true, "", MONA);
        process.run(number, ELEMENT);

        var stands = editions.stands(CHANGE);
        var back = changes.rollBack(CHANGE, stands.get(0).edition(), "Too much to write", Running.STAY, OLLE);
        assertThat(list.one(back).files()).containsExactlyInAnyOrder(CHANGE, FORM);
        decisions.decide(back, true, "", MONA);
        process.run(back, ELEMENT);
        assertThat(text(FORM)).isEqualTo(formBefore);
        assertThat(text(CHANGE)).doesNotContain("extraRemark");
    }

    @Test
    void casesThatRunMoveToTheVersionThatTheChangeBrings() {
        var parties = new TestParties(organisations, resellers);
        var reseller = parties.reseller();
        var order = orders.place(
                TestOrders.of(reseller, parties.customerOf(reseller), calendar.today())
                        .wanted(),
                OrderFields.API);
        var before = instance(order);
        var model = text("order.bpmn");
        var number = changes.propose(
                List.of(new ModelFile(
                        "order.bpmn",
                        model.replace("name=\"Check order\"", "name=\"Look at order\"")
                                .getBytes(UTF_8))),
                "Plainer",
                Running.MIGRATE,
                OLLE);

        decisions.decide(number, true, "", MONA);
        process.run(number, ELEMENT);
        process.run(number, "serviceTask_moveRunningCases");

        process.hasEndedBy(number, "endEvent_modelsInForce");
        runBatches();
        assertThat(cases.moves(number)).singleElement().satisfies(move -> {
            assertThat(move.cases()).isPositive();
            assertThat(move.moved()).isEqualTo(move.cases());
            assertThat(move.failed()).isZero();
        });
        var after = instance(order);
        assertThat(after.getId()).isEqualTo(before.getId());
        assertThat(after.getProcessDefinitionId()).isNotEqualTo(before.getProcessDefinitionId());
        assertThat(engine.getRepositoryService()
                        .getProcessDefinition(after.getProcessDefinitionId())
                        .getDeploymentId())
                .isEqualTo(list.one(number).deployment());
    }

    private ProcessInstance instance(String order) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("order")
                .processInstanceBusinessKey(order)
                .singleResult();
    }

    private void runBatches() {
        for (var open = batchJobs(); !open.isEmpty(); open = batchJobs()) {
            engine.getManagementService().executeJob(open.get(0).getId());
        }
    }

    private List<Job> batchJobs() {
        return engine.getManagementService().createBatchQuery().list().stream()
                .flatMap(batch -> Stream.of(
                        batch.getSeedJobDefinitionId(),
                        batch.getBatchJobDefinitionId(),
                        batch.getMonitorJobDefinitionId()))
                .flatMap(definition ->
                        engine.getManagementService().createJobQuery().jobDefinitionId(definition).list().stream())
                .toList();
    }

    private ModelFile withRemark(String file) {
        return new ModelFile(
                file,
                text(file)
                        .replace(
                                "<camunda:inputParameter name=\"refusalReason\" />",
                                "<camunda:inputParameter name=\"refusalReason\" />"
                                        + "<camunda:inputParameter name=\"extraRemark\" />")
                        .replace(
                                "<camunda:outputParameter name=\"refusalReason\">",
                                "<camunda:outputParameter name=\"extraRemark\">${extraRemark}</camunda:outputParameter>"
                                        + "<camunda:outputParameter name=\"refusalReason\">")
                        .replaceFirst(
                                "\"components\": \\[",
                                "\"components\": [{\"type\": \"textarea\", \"id\": \"Field_extraRemark\","
                                        + " \"key\": \"extraRemark\", \"label\": \"Remark\","
                                        + " \"validate\": {\"required\": true, \"maxLength\": 500}},")
                        .getBytes(UTF_8));
    }

    private String text(String file) {
        return new String(editions.inForce(file).orElseThrow(), UTF_8);
    }

    @Test
    void aFileMadeFromAFormerVersionIsMarkedAsTakingTheChangeBack() {
        var monday = text(LINK);
        var number = changes.propose(
                List.of(new ModelFile(
                        LINK,
                        monday.replaceFirst("(<bpmn:process [^>]*>)", "$1<!-- Tuesday -->\n")
                                .getBytes(UTF_8))),
                "Olle on Tuesday",
                OLLE);
        decisions.decide(number, true, "", MONA);
        process.run(number, ELEMENT);

        var wednesday = changes.propose(
                List.of(new ModelFile(LINK, (monday + "<!-- Wednesday -->\n").getBytes(UTF_8))), "Petra", MAGNUS);

        assertThat(list.remarks(wednesday)).anySatisfy(remark -> {
            assertThat(remark.rule()).isEqualTo("takes-back");
            assertThat(remark.details()).containsExactly(number);
        });
        decisions.withdraw(wednesday, MAGNUS);
    }

    @Test
    void withdrawnByItsProposerAndByNobodyElse() {
        var number = changes.propose(List.of(changed("15", "18")), "More for beginners", OLLE);

        assertThatThrownBy(() -> decisions.withdraw(number, MONA)).isInstanceOf(Forbidden.class);
        decisions.withdraw(number, OLLE);

        process.hasEndedBy(number, "endEvent_changeWithdrawn");
        assertThat(list.one(number).status()).isEqualTo(Status.WITHDRAWN);
    }

    @Test
    void ofTwoChangesOfTheSameTableTheSecondIsToldToLookAgain() {
        var one = changes.propose(List.of(changed("30", "31")), "Less", OLLE);
        var other = changes.propose(List.of(changed("30", "32")), "A little less", OLLE);
        var late = changes.propose(List.of(changed("30", "33")), "Hardly less", OLLE);
        decisions.decide(late, true, "", MONA); // approved before the first one is in force
        decisions.decide(one, true, "", MONA);
        process.run(one, ELEMENT);

        assertThatThrownBy(() -> decisions.decide(other, true, "", MONA))
                .isInstanceOfSatisfying(Conflict.class, overtaken -> {
                    assertThat(overtaken.code()).isEqualTo("model-change-overtaken");
                    assertThat(overtaken.args()).containsExactly(TERMS);
                });
        process.run(late, ELEMENT);
        process.hasEndedBy(late, "endEvent_changeOvertaken");
        assertThat(inForce()).contains("\"31\"").doesNotContain("\"33\"");
        decisions.withdraw(other, OLLE);
    }

    @Test
    void whatTheEngineDoesNotTakeIsRefusedAtOnce() {
        assertThatThrownBy(() ->
                        changes.propose(List.of(new ModelFile(TERMS, "<definitions/>".getBytes(UTF_8))), "Try", OLLE))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() ->
                        changes.propose(List.of(new ModelFile(TERMS, inForce().getBytes(UTF_8))), "Nothing", OLLE))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        same -> assertThat(same.fields())
                                .singleElement()
                                .satisfies(field -> assertThat(field.code()).isEqualTo("same")));
    }

    private String propose(String from, String to) {
        return changes.propose(
                List.of(changed(from.replaceAll("[<>]", ""), to.replaceAll("[<>]", ""))), "Silver deserves more", OLLE);
    }

    private ModelFile changed(String from, String to) {
        var now = inForce();
        var changed = now.replaceFirst("\"" + from + "\"", "\"" + to + "\"");
        assertThat(changed).isNotEqualTo(now);
        return new ModelFile(TERMS, changed.getBytes(UTF_8));
    }

    private String inForce() {
        return new String(editions.inForce(TERMS).orElseThrow(), UTF_8);
    }
}
