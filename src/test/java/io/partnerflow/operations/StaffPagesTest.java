package io.partnerflow.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micrometer.core.instrument.MeterRegistry;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.Staff;
import io.partnerflow.StaffBrowser;
import io.partnerflow.documents.Documents;
import io.partnerflow.documents.NewDocument;
import io.partnerflow.engine.IncidentOpened;
import io.partnerflow.mail.Outbox;
import io.partnerflow.mail.OutboxLetter;
import io.partnerflow.web.StaffListener;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** The staff's own pages, and the mails that bring staff there. */
@PartnerflowTest
class StaffPagesTest {

    private final String key = "OR-staff-" + UUID.randomUUID();

    @Autowired
    ProcessEngine engine;

    @Autowired
    StaffListener door;

    @Autowired
    Outbox outbox;

    @Autowired
    Documents documents;

    @Autowired
    MeterRegistry meters;

    @Autowired
    ApplicationEventPublisher events;

    String deployment;
    StaffBrowser browser;

    @BeforeEach
    void openATask() {
        var staff = new Staff(engine.getIdentityService());
        staff.hire("olga", "order-desk");
        staff.hire("mats", "managers");
        browser = new StaffBrowser(door.port());
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "staffed.bpmn",
                        Bpmn.createExecutableProcess("staffed")
                                .name("Order")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask("userTask_check")
                                .name("Check order")
                                .camundaCandidateGroups("order-desk")
                                .camundaDueDate("P1D")
                                .serviceTask("serviceTask_createAccount")
                                .name("Create account")
                                .camundaAsyncBefore()
                                .camundaDelegateExpression("${nobodysDelegate}")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        engine.getRuntimeService().startProcessInstanceByKey("staffed", key);
    }

    @AfterEach
    void forgetIt() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @Test
    void theDeskHearsOfANewTaskOnceWithALinkThatSurvivesTheLogin() {
        assertThat(outbox.about(key)).singleElement().satisfies(letter -> {
            assertThat(letter.to()).isEqualTo("order-desk@northlight.example");
            assertThat(letter.subject()).isEqualTo("Check order: " + key);
            assertThat(letter.plainText()).contains("/go/task/" + task(), "Should be done by");
        });
        assertThat(browser.get("/go/task/" + task()).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/staff/login"));
        assertThat(browser.login("olga", Staff.PASSWORD).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/go/task/" + task()));
        assertThat(browser.get("/go/task/" + task()).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/camunda/app/tasklist/default/#/?task=" + task()));
    }

    @Test
    void aLinkToATaskThatIsDoneSaysSo() {
        var id = task();
        engine.getTaskService().complete(id);
        browser.login("olga", Staff.PASSWORD);
        assertThat(browser.get("/go/task/" + id).body()).contains("This task is done");
    }

    @Test
    void managersHearOfAFailedStepAndSeeItOnTheirPage() {
        engine.getTaskService().complete(task());
        for (var tries = 0; tries < 7; tries++) {
            catchThrowable(() -> engine.getManagementService()
                    .executeJob(engine.getManagementService()
                            .createJobQuery()
                            .processDefinitionKey("staffed")
                            .singleResult()
                            .getId()));
        }
        assertThat(outbox.about(key))
                .filteredOn(letter -> letter.to().startsWith("managers@"))
                .singleElement()
                .extracting(OutboxLetter::plainText)
                .asString()
                .contains("Create account", "What to do:", "/staff/failed/");
        browser.login("mats", Staff.PASSWORD);
        assertThat(browser.get("/staff").body()).contains(key, "Create account", "Try again", "Contracts");
        var failed = engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey("staffed")
                .singleResult()
                .getId();

        var incident = engine.getRuntimeService()
                .createIncidentQuery()
                .configuration(failed)
                .singleResult()
                .getId();

        var clerk = new StaffBrowser(door.port());
        clerk.login("olga", Staff.PASSWORD);
        assertThat(clerk.submit("/staff/password", "/staff/failed/" + incident + "/retry", Map.of())
                        .statusCode())
                .isEqualTo(403);

        browser.get("/camunda/app/cockpit/default/");
        var job = "/camunda/api/engine/engine/default/job/" + failed + "/retries";
        clerk.get("/camunda/app/tasklist/default/");
        assertThat(clerk.send("PUT", job, "application/json", "{\"retries\": 1}")
                        .statusCode())
                .as("a clerk in Cockpit's place")
                .isEqualTo(403);
        assertThat(browser.send("PUT", job, "application/json", "{\"retries\": 0}")
                        .statusCode())
                .as("a manager in Cockpit")
                .isEqualTo(204);

        browser.submit("/staff", "/staff/failed/" + incident + "/retry", Map.of());
        assertThat(browser.get("/staff/failed").body()).contains(key + " tries again");
        assertThat(browser.get("/staff").body()).doesNotContain(key);
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .jobId(failed)
                        .withRetriesLeft()
                        .count())
                .isOne();
    }

    @Test
    void managersHearOfARunOfTheHouseThatIsAboutNoCase() {
        events.publishEvent(new IncidentOpened(
                "incident-" + key, "Billing run", "Start due invoicings", null, "What happened, and what to do"));
        assertThat(outbox.about("Billing run"))
                .extracting(OutboxLetter::subject)
                .contains("Failed: Start due invoicings, Billing run");
    }

    @Test
    void aClerkSeesTheOwnDeskAndNoOther() {
        browser.login("olga", Staff.PASSWORD);
        assertThat(browser.get("/staff").body())
                .contains("Good to see you, olga", "Order desk")
                .doesNotContain("Contracts", "Failed steps", "/camunda/app/admin");
    }

    @Test
    void aClerkCompletesATaskInTasklistAndReadsWhatIsWrongWithAnAnswer() {
        var deployed = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "answered.bpmn",
                        Bpmn.createExecutableProcess("answered")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask("userTask_decide")
                                .camundaCandidateGroups("order-desk")
                                .camundaFormRef("watch.decide")
                                .camundaFormRefBinding("latest")
                                .endEvent()
                                .done())
                .deploy();
        try {
            engine.getRuntimeService().startProcessInstanceByKey("answered", key);
            var task = "/camunda/api/engine/engine/default/task/"
                    + engine.getTaskService()
                            .createTaskQuery()
                            .processDefinitionKey("answered")
                            .singleResult()
                            .getId();
            browser.login("olga", Staff.PASSWORD);
            browser.get("/camunda/app/tasklist/default/");
            assertThat(browser.post(task + "/claim", "{\"userId\": \"olga\"}").statusCode())
                    .isEqualTo(204);
            var refused = browser.post(task + "/submit-form", answer("maybe"));
            assertThat(refused.statusCode()).isGreaterThanOrEqualTo(400);
            assertThat(refused.body()).contains("Decision has no option “maybe”. Choose one of: Approve, Reject.");
            for (var way : List.of("/complete", "/bpmnError", "/bpmnEscalation")) {
                assertThat(browser.post(task + way, answer("approve")).statusCode())
                        .as("past the form by " + way)
                        .isEqualTo(403);
            }
            assertThat(browser.post(task + "/submit-form", """
                            {"variables": {"orderDecision": {"value": "approve"}, "orderNumber": {"value": "OR-forged"},
                             "vendorCheckRequired": {"value": false, "type": "Boolean"}}}""").statusCode()).isEqualTo(204);
            assertThat(engine.getHistoryService()
                            .createHistoricVariableInstanceQuery()
                            .processDefinitionKey("answered")
                            .list())
                    .extracting(variable -> variable.getName())
                    .as("what the form asks, and nothing else")
                    .containsExactly("orderDecision");
        } finally {
            engine.getRepositoryService().deleteDeployment(deployed.getId(), true);
        }
    }

    private static String answer(String decision) {
        return "{\"variables\": {\"orderDecision\": {\"value\": \"" + decision + "\"}}}";
    }

    @Test
    void aDocumentIsHandedOutAsAFileAndToStaffOnly() {
        var id = documents.file(new NewDocument(
                "agreement", key, "1", "agreement.pdf", "application/pdf", "%PDF-1.7".getBytes(), Set.of()));
        assertThat(browser.get("/staff/documents/" + id).statusCode()).isEqualTo(302);
        browser.login("olga", Staff.PASSWORD);
        var answer = browser.get("/staff/documents/" + id);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("%PDF-1.7");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(browser.get("/staff/documents/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/staff/documents/x").statusCode()).isEqualTo(404);
    }

    @Test
    void theWatchmanSeesWhatLiesOnTheDesks() {
        assertThat(meters.get("partnerflow.tasks.open")
                        .tag("desk", "order-desk")
                        .gauge()
                        .value())
                .isPositive();
        for (var name : List.of("tasks.overdue", "steps.failed", "steps.due", "letters.waiting")) {
            assertThat(meters.get("partnerflow." + name).gauge().value())
                    .as(name)
                    .isNotNegative();
        }
    }

    @Test
    void tasklistSpeaksOfOurProductAndNotOfSomebodyElses() {
        browser.login("olga", Staff.PASSWORD);
        assertThat(browser.get("/camunda/app/tasklist/locales/en.json").body())
                .contains("\"BANNER_CE_EOL_TEXT\":\"\"")
                .doesNotContain("migrate to Camunda 8");
        assertThat(browser.get("/camunda/app/tasklist/scripts/config.js").body())
                .contains("partnerflow")
                .doesNotContain("startProcess");
        assertThat(browser.get("/camunda/app/tasklist/styles/user-styles.css").body())
                .contains("/assets/staff-apps.css");
        assertThat(browser.get("/assets/staff-apps.css").body()).contains(".ce-eol-banner { display: none; }");
    }

    private String task() {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .singleResult()
                .getId();
    }
}
