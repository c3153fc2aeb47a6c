package io.partnerflow.processes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.Staff;
import io.partnerflow.StaffBrowser;
import io.partnerflow.browser.Accessibility;
import io.partnerflow.browser.Chromium;
import io.partnerflow.browser.Screenshots;
import io.partnerflow.browser.Tasklist;
import io.partnerflow.engine.HouseEditions;
import io.partnerflow.web.StaffListener;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * S9: a business user changes the discount table and adds an approval step; running orders stay on the old version, new
 * ones follow the new one, on every node and without a restart. Then a running one is moved, and the former version comes
 * back. A new release leaves what was changed here as it is.
 */
@PartnerflowTest
@Tag("own-application")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class S9ChangeWithoutReleaseTest extends OrderTests {

    static final String TERMS = "reseller-onboarding.partner-terms.dmn";
    static final String FORM = "order.approve-discount.form";
    static final String NEWS = "The release that runs now brings another version than the one that was changed";
    static final String STEP = "userTask_approveDiscount";

    @Autowired
    HouseEditions editions;

    @Autowired
    StaffListener door;

    @Autowired
    ApplicationContext application;

    StaffBrowser olle;
    StaffBrowser mona;

    @BeforeEach
    void people() {
        var staff = new Staff(engine.getIdentityService());
        staff.hire("olle-nine", "order-desk");
        staff.hire("mona-nine", "managers");
        staff.hire("magnus-nine", "managers");
        olle = at("olle-nine");
        mona = at("mona-nine");
    }

    @Test
    @Order(1)
    void aTableAndAnApprovalStepAreChangedWhileOrdersRun() {
        var former = order();
        var moved = order();
        var beforeTheOtherNode = editions.latest();
        var other = AnotherNode.start(application, "other-node", Map.of());
        try {
            assertThat(editions.latest())
                    .as("a start that differs in nothing deploys nothing")
                    .isEqualTo(beforeTheOtherNode);
            assertThat(discount(other, "SILVER")).isEqualTo("20");

            var next = new AtomicReference<String>();
            proposedAndApprovedInTheBrowser(() -> next.set(newOneWaitsForApproval(other)));
            process.run(next.get(), STEP);
            assertThat(process.waitsAt(next.get())).contains("callActivity_accountProvisioning");
            assertThat(discount(other, "SILVER")).isEqualTo("22");
        } finally {
            other.close();
        }
        runningOnesStay(former);
        oneThatRunsIsMoved(moved);
        andBackAgain(moved);
        assertThat(incidents()).isZero();
    }

    /** By a business user, whom a manager checks, both at the same desk; then Tasklist shows what is new. */
    private void proposedAndApprovedInTheBrowser(Runnable then) {
        var screenshots = new Screenshots("models");
        var violations = new ArrayList<String>();
        try (var chromium = Chromium.start()) {
            var page = chromium.window(1280, true);
            Tasklist.login(page, address(""), "olle-nine", Staff.PASSWORD);
            page.navigate(address("/staff/models"));
            page.locator(".page-head a.primary").click();
            page.locator("#files")
                    .setInputFiles(changed().entrySet().stream()
                            .map(file -> new FilePayload(file.getKey(), "application/octet-stream", file.getValue()))
                            .toArray(FilePayload[]::new));
            page.locator("#reason").fill("Discounts need a second look");
            page.locator("main form button.primary").click();
            page.waitForURL("**/staff/models/changes/MC-*");
            var number = numberOf(page.url());
            assertThat(page.locator("main").textContent())
                    .contains("Discounts need a second look", "Approve discount", "cases run on the version");
            assertThat(page.locator("form[action$='/decision']").count())
                    .as("nobody approves the own change")
                    .isZero();
            logOut(page);

            var tasklist = Tasklist.login(page, address(""), "mona-nine", Staff.PASSWORD);
            page.navigate(address("/staff/models/changes/" + number));
            assertThat(page.locator("[data-bpmn='" + STEP + "'], [data-mark=added]")
                            .count())
                    .isPositive();
            assertThat(page.locator("del").allTextContents()).contains("\"20\"");
            assertThat(page.locator("ins").allTextContents()).contains("\"22\"");
            screenshots.portal(page, "review");
            violations.addAll(Accessibility.violations(page));
            page.locator("button[name=approve][value=true]").click();
            page.waitForLoadState();
            inForce(number);
            page.navigate(address("/staff/models/changes/" + number));
            screenshots.portal(page, "in-force");
            page.navigate(address("/staff/models/order.bpmn"));
            assertThat(page.locator("table tbody tr").first().textContent())
                    .contains("2", number, "Discounts need a second look");
            screenshots.portal(page, "versions");
            violations.addAll(Accessibility.violations(page));

            then.run();
            page.navigate(address("/staff"));
            tasklist.look("Approve discount");
            tasklist.write("What you say to the discount", "Fine");
            screenshots.staff(page, "tasklist");
            tasklist.complete();
            assertThat(violations).isEmpty();
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    /** Begun on a node that knew the old version, and came to the new step there. */
    private String newOneWaitsForApproval(ProcessEngine other) {
        prepareCustomer();
        var next = started();
        var begun = instance(engine, next);
        var answers = engine.getRuntimeService().getVariables(begun.getId());
        engine.getRuntimeService().deleteProcessInstance(begun.getId(), "begins on the other node", true);
        other.getRuntimeService()
                .createMessageCorrelation("order.started")
                .processInstanceBusinessKey(next)
                .setVariables(answers)
                .correlateStartMessage();
        toBeChecked(next);
        new ProcessDriver(other).complete(next, "userTask_checkOrder", Map.of("orderDecision", "approve"));
        assertThat(process.waitsAt(next)).contains(STEP).doesNotContain("callActivity_accountProvisioning");
        return next;
    }

    private void runningOnesStay(String former) {
        approve(former);
        createAccount(former);
        invoice(former);
        process.hasEndedBy(former, "endEvent_orderCompleted");
        process.hasNotPassed(former, STEP);
    }

    private void oneThatRunsIsMoved(String moved) {
        mona.submit("/staff/models/order.bpmn", "/staff/models/order.bpmn/move", Map.of("reason", "All of them"));
        var move = latestChange();
        assertThat(decide(mona, move).statusCode()).as("her own").isEqualTo(403);
        var magnus = at("magnus-nine");
        decide(magnus, move);
        process.run(move, ModelChangeProcessTest.ELEMENT);
        process.run(move, "serviceTask_moveRunningCases");
        runBatches();
        approve(moved);
        assertThat(process.waitsAt(moved)).contains(STEP);
        assertThat(magnus.get("/staff/models/changes/" + move).body()).contains("1 of 1");
    }

    private void andBackAgain(String moved) {
        var first = editions.stands("order.bpmn").get(0).edition();
        var page = "/staff/models/order.bpmn";
        var stranding = olle.submit(
                page, page + "/rollback", Map.of("edition", first, "reason", "Too slow", "running", "MIGRATE"));
        assertThat(stranding.statusCode()).isEqualTo(422);
        assertThat(stranding.body())
                .contains("1 of them are at “Approve discount”, which the new version does not have");

        olle.submit(page, page + "/rollback", Map.of("edition", first, "reason", "Too slow"));
        var back = latestChange();
        decide(mona, back);
        inForce(back);
        var last = order();
        approve(last);
        assertThat(process.waitsAt(last)).doesNotContain(STEP).contains("callActivity_accountProvisioning");
        process.complete(moved, STEP, Map.of("discountRemark", "Fine"));
        createAccount(moved);
        invoice(moved);
        process.hasEndedBy(moved, STEP, "endEvent_orderCompleted");
        assertThat(changedHere()).contains(TERMS, FORM).doesNotContain("order.bpmn");
    }

    @Test
    @Order(3) // from here on the pages know another release
    void aNewReleaseKeepsWhatWasChangedHereAndBringsTheRest() {
        var ours = text(TERMS).replace("\"15\"", "\"16\"");
        olle.upload("/staff/models/upload", Map.of(TERMS, ours.getBytes(UTF_8)), Map.of("reason", "Beginners"));
        var change = latestChange();
        decide(mona, change);
        inForce(change);
        var theirs = product(TERMS).replace("\"30\"", "\"29\"");
        var order = product("order.bpmn").replace("name=\"Check order\"", "name=\"Look at order\"");
        var added = "{\"type\": \"default\", \"id\": \"order.added\", \"components\": []}";
        var release = Map.of(
                TERMS,
                theirs.getBytes(UTF_8),
                "order.bpmn",
                order.getBytes(UTF_8),
                "order.added.form",
                added.getBytes(UTF_8));
        var before = editions.names();
        assertThat(olle.get("/staff/models/" + TERMS).body()).doesNotContain(NEWS);

        AnotherNode.start(application, "new-release", release).close();

        assertThat(text(TERMS)).isEqualTo(ours);
        assertThat(text("order.bpmn")).isEqualTo(order);
        assertThat(text("order.added.form")).isEqualTo(added);
        assertThat(editions.names()).containsAll(before);
        assertThat(olle.get("/staff/models/" + TERMS).body()).contains(NEWS);
        assertThat(olle.get("/staff/models").body()).contains("the release brings another one");
        var edition = editions.latest();
        AnotherNode.start(application, "new-release-again", release).close();
        assertThat(editions.latest()).as("of a second start").isEqualTo(edition);

        olle.submit(
                "/staff/models/" + TERMS, "/staff/models/" + TERMS + "/release", Map.of("reason", "Theirs is better"));
        var taken = latestChange();
        decide(mona, taken);
        inForce(taken);
        assertThat(text(TERMS)).isEqualTo(theirs);
        assertThat(changedHere()).doesNotContain(TERMS);
        assertThat(olle.get("/staff/models/" + TERMS).body()).doesNotContain(NEWS);
    }

    @Test
    @Order(2)
    void aBadFileIsRefusedInWordsAndWhatWasWrittenIsKept() {
        var bad = new String(editions.inForce("order.bpmn").orElseThrow(), UTF_8)
                .replace("${rejectOrderDelegate}", "${burnOrderDelegate}");
        var page = olle.upload(
                "/staff/models/upload",
                Map.of("order.bpmn", bad.getBytes(UTF_8)),
                Map.of("reason", "Burn them", "running", "STAY"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("“Reject order” asks for the step burnOrderDelegate, which this release does not have")
                .contains("Burn them</textarea>");
    }

    /** Of a customer of its own: nobody has two open orders. */
    private String order() {
        prepareCustomer();
        return toBeChecked();
    }

    private static HttpResponse<String> decide(StaffBrowser manager, String number) {
        return manager.submit(
                "/staff/models/changes/" + number,
                "/staff/models/changes/" + number + "/decision",
                Map.of("approve", "true", "answer", ""));
    }

    private void inForce(String number) {
        process.run(number, ModelChangeProcessTest.ELEMENT);
        process.hasPassed(number, "serviceTask_putModelsInForce");
    }

    private Map<String, byte[]> changed() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("order.bpmn", withApprovalStep(text("order.bpmn")));
        files.put(FORM, approvalForm());
        files.put(TERMS, text(TERMS).replace("\"20\"", "\"22\"").getBytes(UTF_8));
        return files;
    }

    /** After the order desk, before the question whether it has said yes. */
    static byte[] withApprovalStep(String order) {
        return order.replace(
                        "<bpmn:outgoing>flow_checkOrderToOrderApproved</bpmn:outgoing>",
                        "<bpmn:outgoing>flow_checkOrderToApproveDiscount</bpmn:outgoing>")
                .replace("<bpmn:exclusiveGateway id=\"gateway_orderApproved\"", """
                        <bpmn:userTask id="userTask_approveDiscount" name="Approve discount" camunda:asyncAfter="true" camunda:formRef="order.approve-discount" camunda:formRefBinding="deployment" camunda:candidateGroups="managers" camunda:dueDate="P1D">
                          <bpmn:documentation>A manager looks at the discount.</bpmn:documentation>
                          <bpmn:extensionElements><camunda:inputOutput>
                            <camunda:inputParameter name="discountRemark" />
                            <camunda:outputParameter name="discountRemark">${discountRemark}</camunda:outputParameter>
                          </camunda:inputOutput></bpmn:extensionElements>
                          <bpmn:incoming>flow_checkOrderToApproveDiscount</bpmn:incoming>
                          <bpmn:outgoing>flow_checkOrderToOrderApproved</bpmn:outgoing>
                        </bpmn:userTask>
                        <bpmn:exclusiveGateway id="gateway_orderApproved\"""")
                .replace(
                        "<bpmn:sequenceFlow id=\"flow_checkOrderToOrderApproved\" sourceRef=\"userTask_checkOrder\"",
                        """
                        <bpmn:sequenceFlow id="flow_checkOrderToApproveDiscount" sourceRef="userTask_checkOrder" targetRef="userTask_approveDiscount" />
                        <bpmn:sequenceFlow id="flow_checkOrderToOrderApproved" sourceRef="userTask_approveDiscount\"""")
                .replace("<bpmndi:BPMNEdge id=\"flow_checkOrderToOrderApproved_di\"", """
                        <bpmndi:BPMNShape id="userTask_approveDiscount_di" bpmnElement="userTask_approveDiscount"><dc:Bounds x="1495" y="480" width="100" height="80" /></bpmndi:BPMNShape>
                        <bpmndi:BPMNEdge id="flow_checkOrderToApproveDiscount_di" bpmnElement="flow_checkOrderToApproveDiscount"><di:waypoint x="1435" y="460" /><di:waypoint x="1435" y="520" /><di:waypoint x="1495" y="520" /></bpmndi:BPMNEdge>
                        <bpmndi:BPMNEdge id="flow_checkOrderToOrderApproved_di\"""")
                .getBytes(UTF_8);
    }

    static byte[] approvalForm() {
        return """
                {"type": "default", "id": "order.approve-discount", "schemaVersion": 16, "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0",
                 "components": [{"type": "textarea", "id": "Field_discountRemark", "key": "discountRemark", "label": "What you say to the discount", "validate": {"required": true, "maxLength": 500}}]}
                """.getBytes(UTF_8);
    }

    private String text(String file) {
        return new String(editions.inForce(file).orElseThrow(), UTF_8);
    }

    private String product(String file) {
        return new String(editions.product(file).orElseThrow(), UTF_8);
    }

    private List<String> changedHere() {
        return editions.changedHere().stream().map(HouseEditions.Changed::name).toList();
    }

    private static ProcessInstance instance(ProcessEngine engine, String number) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number, "order")
                .singleResult();
    }

    private static Object discount(ProcessEngine node, String tier) {
        return node.getDecisionService()
                .evaluateDecisionTableByKey(
                        "reseller-onboarding.partner-terms",
                        Variables.createVariables()
                                .putValue("programme", "licence")
                                .putValue("tier", tier))
                .getSingleEntry();
    }

    private void runBatches() {
        for (var open = batchJobs(); !open.isEmpty(); open = batchJobs()) {
            engine.getManagementService().executeJob(open.get(0).getId());
        }
    }

    private List<Job> batchJobs() {
        return engine.getManagementService().createBatchQuery().list().stream()
                .flatMap(batch -> java.util.stream.Stream.of(
                        batch.getSeedJobDefinitionId(),
                        batch.getBatchJobDefinitionId(),
                        batch.getMonitorJobDefinitionId()))
                .flatMap(definition ->
                        engine.getManagementService().createJobQuery().jobDefinitionId(definition).list().stream())
                .toList();
    }

    private long incidents() {
        return engine.getRuntimeService().createIncidentQuery().count();
    }

    private String latestChange() {
        return database.sql("SELECT number FROM model_change ORDER BY proposed_at DESC, number DESC LIMIT 1")
                .query(String.class)
                .single();
    }

    private static String numberOf(String address) {
        return address.replaceAll(".*(MC-[0-9-]+).*", "$1");
    }

    private void logOut(Page page) {
        page.navigate(address("/staff"));
        page.locator("button")
                .filter(new Locator.FilterOptions().setHasText("Log out"))
                .first()
                .click();
        page.waitForURL("**/staff/login*");
    }

    private String address(String path) {
        return "http://localhost:" + door.port() + path;
    }

    private StaffBrowser at(String person) {
        var browser = new StaffBrowser(door.port());
        browser.login(person, Staff.PASSWORD);
        return browser;
    }
}
