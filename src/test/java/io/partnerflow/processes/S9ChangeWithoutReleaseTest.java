package io.partnerflow.processes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.Staff;
import io.partnerflow.StaffBrowser;
import io.partnerflow.engine.HouseEditions;
import io.partnerflow.web.StaffListener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * S9: a business user changes the discount table and adds an approval step; running orders stay on the old version, new
 * ones follow the new one; no restart. Then a running one is moved, and the former version comes back.
 */
@PartnerflowTest
@Tag("own-application")
class S9ChangeWithoutReleaseTest extends OrderTests {

    static final String TERMS = "reseller-onboarding.partner-terms.dmn";
    static final String FORM = "order.approve-discount.form";
    static final String STEP = "userTask_approveDiscount";

    @Autowired
    HouseEditions editions;

    @Autowired
    StaffListener door;

    StaffBrowser olle;
    StaffBrowser mona;

    @BeforeEach
    void people() {
        var staff = new Staff(engine.getIdentityService());
        staff.hire("olle-nine", "order-desk");
        staff.hire("mona-nine", "managers");
        olle = at("olle-nine");
        mona = at("mona-nine");
    }

    @Test
    void aTableAndAnApprovalStepAreChangedWhileOrdersRun() {
        var former = order();
        var moved = order();

        var page = olle.upload(
                "/staff/models/upload", changed(), Map.of("reason", "Discounts need a second look", "running", "STAY"));
        var number = numberOf(
                page.uri().toString() + page.headers().firstValue("Location").orElse(""));
        var review = mona.get("/staff/models/changes/" + number).body();
        assertThat(review)
                .contains(
                        "Approve discount",
                        "data-mark=\"added\"",
                        "Discounts need a second look",
                        "cases run on the version")
                .contains("<del>&quot;20&quot;</del>", "<ins>&quot;22&quot;</ins>");
        assertThat(olle.get("/staff/models/changes/" + number).body()).doesNotContain("/decision");
        decide(number);

        // running orders stay
        approve(former);
        createAccount(former);
        invoice(former);
        process.hasEndedBy(former, "endEvent_orderCompleted");
        process.hasNotPassed(former, STEP);

        // new ones follow the new version
        var next = order();
        approve(next);
        assertThat(process.waitsAt(next)).contains(STEP).doesNotContain("callActivity_accountProvisioning");
        process.complete(next, STEP, Map.of("discountRemark", "Fine"));
        createAccount(next);
        assertThat(discount("SILVER")).isEqualTo("22");

        // one that runs is moved
        mona.submit("/staff/models/order.bpmn", "/staff/models/order.bpmn/move", Map.of("reason", "All of them"));
        var move = latestChange();
        assertThat(mona.submit(
                                "/staff/models/changes/" + move,
                                "/staff/models/changes/" + move + "/decision",
                                Map.of("approve", "true"))
                        .statusCode())
                .isEqualTo(403);
        new Staff(engine.getIdentityService()).hire("magnus-nine", "managers");
        var magnus = at("magnus-nine");
        magnus.submit(
                "/staff/models/changes/" + move,
                "/staff/models/changes/" + move + "/decision",
                Map.of("approve", "true"));
        process.run(move, ModelChangeProcessTest.ELEMENT);
        runBatches();
        approve(moved);
        assertThat(process.waitsAt(moved)).contains(STEP);
        assertThat(magnus.get("/staff/models/changes/" + move).body()).contains("1 of 1");

        // and back again
        var first = editions.stands("order.bpmn").get(0).edition();
        olle.submit(
                "/staff/models/order.bpmn",
                "/staff/models/order.bpmn/rollback",
                Map.of("edition", first, "reason", "Too slow"));
        decide(latestChange());
        var last = order();
        approve(last);
        assertThat(process.waitsAt(last)).doesNotContain(STEP).contains("callActivity_accountProvisioning");
        assertThat(editions.changedHere())
                .extracting(HouseEditions.Changed::name)
                .contains(TERMS, FORM)
                .doesNotContain("order.bpmn");
        assertThat(incidents()).isZero();
    }

    @Test
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

    private void decide(String number) {
        mona.submit(
                "/staff/models/changes/" + number,
                "/staff/models/changes/" + number + "/decision",
                Map.of("approve", "true", "answer", ""));
        process.run(number, ModelChangeProcessTest.ELEMENT);
        process.hasPassed(number, "serviceTask_putModelsInForce");
    }

    private Map<String, byte[]> changed() {
        var files = new LinkedHashMap<String, byte[]>();
        var model = text("order.bpmn")
                .replace(
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
                        <bpmndi:BPMNEdge id="flow_checkOrderToOrderApproved_di\"""");
        files.put("order.bpmn", model.getBytes(UTF_8));
        files.put(FORM, """
                {"type": "default", "id": "order.approve-discount", "schemaVersion": 16, "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0",
                 "components": [{"type": "textarea", "id": "Field_discountRemark", "key": "discountRemark", "label": "What you say to the discount", "validate": {"required": true, "maxLength": 500}}]}
                """.getBytes(UTF_8));
        files.put(TERMS, text(TERMS).replace("\"20\"", "\"22\"").getBytes(UTF_8));
        return files;
    }

    private String text(String file) {
        return new String(editions.inForce(file).orElseThrow(), UTF_8);
    }

    private Object discount(String tier) {
        return engine.getDecisionService()
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

    private StaffBrowser at(String person) {
        var browser = new StaffBrowser(door.port());
        browser.login(person, Staff.PASSWORD);
        return browser;
    }
}
