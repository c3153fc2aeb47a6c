package io.partnerflow.steering;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.Staff;
import io.partnerflow.StaffBrowser;
import io.partnerflow.engine.DecisionTable;
import io.partnerflow.engine.DecisionTableFile;
import io.partnerflow.engine.DecisionTables;
import io.partnerflow.engine.Decisions;
import io.partnerflow.engine.Decisions.About;
import io.partnerflow.modelchanges.ModelChange;
import io.partnerflow.modelchanges.ModelChangeList;
import io.partnerflow.web.StaffListener;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PartnerflowTest
class DecisionPagesTest {

    private static final String TERMS = "reseller-onboarding.partner-terms";
    private static final String KICKBACK = "commission-run.kickback-rate";
    private static final String CHANGE = "/staff/decisions/tables/" + TERMS + "/change";

    @Autowired
    StaffListener door;

    @Autowired
    IdentityService identity;

    @Autowired
    Decisions decisions;

    @Autowired
    DecisionTables tables;

    @Autowired
    ModelChangeList changes;

    @Autowired
    ProcessEngine engine;

    private final String number = "ST-P-" + UUID.randomUUID();
    private StaffBrowser browser;

    @BeforeEach
    void logIn() {
        new Staff(identity).hire("maja", "managers");
        browser = new StaffBrowser(door.port());
        browser.login("maja", Staff.PASSWORD);
    }

    @Test
    void whatWasDecidedIsForManagersTheRulesAreForEveryDesk() {
        new Staff(identity).hire("clerk-without-decisions", "order-desk");
        var clerk = new StaffBrowser(door.port());
        clerk.login("clerk-without-decisions", Staff.PASSWORD);
        assertThat(clerk.get("/staff/decisions").statusCode()).isEqualTo(403);
        assertThat(clerk.get("/staff/decisions/1").statusCode()).isEqualTo(403);
        assertThat(clerk.get("/staff/decisions/tables").body())
                .contains("Partner terms")
                .doesNotContain("\"/staff/decisions\"", "/staff/decisions?table=");
        assertThat(clerk.get(CHANGE).statusCode()).isEqualTo(200);
        new Staff(identity).hire("without-desk");
        var nobody = new StaffBrowser(door.port());
        nobody.login("without-desk", Staff.PASSWORD);
        assertThat(nobody.get("/staff/decisions/tables").statusCode()).isEqualTo(403);
        assertThat(nobody.get(CHANGE).statusCode()).isEqualTo(403);
    }

    @Test
    void aDecisionIsFoundByItsCaseAndReadOnItsTable() {
        decide("2500.00");

        var list = browser.get("/staff/decisions?number=" + number);
        assertThat(list.body()).contains("Kickback rate", "2,000 to 9,999.99", number);
        var link = Pattern.compile("/staff/decisions/([0-9]+)\"").matcher(list.body());
        assertThat(link.find()).isTrue();
        var one = browser.get("/staff/decisions/" + link.group(1));
        assertThat(one.body()).contains("Net of the month", "2500.00", "class=\"hit\"", "H-11, HA-1");
        assertThat(browser.get("/staff/history/" + number).body())
                .contains("Kickback rate", "/staff/decisions/" + link.group(1))
                .doesNotContain("??");
        assertThat(browser.get("/staff/decisions?number=" + number + "&format=csv")
                        .body())
                .contains(number, "Rate in percent: 30");
        assertThat(browser.get("/staff/decisions?rule=first&from=yesterday").body())
                .contains("“first” is no rule", "“yesterday” is no day");
        assertThat(browser.get("/staff/decisions/999999999").statusCode()).isEqualTo(404);
    }

    @Test
    void aTableIsReadInItsVersions() {
        var version = tables.versions(TERMS).get(0).version();
        assertThat(browser.get("/staff/decisions/tables").body()).contains("Partner terms", "Kickback rate");
        assertThat(browser.get("/staff/decisions/tables/" + TERMS).body())
                .contains("Every other programme.", "The first rule that fits counts.");
        assertThat(browser.get("/staff/decisions/tables/%s?from=%d&to=%d".formatted(TERMS, version, version))
                        .body())
                .contains("The two do not differ.");
        assertThat(browser.get("/staff/decisions/tables/nothing").statusCode()).isEqualTo(404);
        assertThat(browser.get("/staff/decisions/tables/" + TERMS + "?to=999").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aTableIsChangedCellByCellAndSaysWhatItWouldMean() {
        var sent = sent(tables.table(TERMS, version()));
        sent.put("cell.4.3", "\"22\"");
        sent.put("act", "check");

        var checked = browser.submit(CHANGE, sent);

        assertThat(checked.statusCode()).isEqualTo(200);
        assertThat(checked.body())
                .contains("Rules added: 0, removed: 0, changed: 1, moved: 0.", "What it would have meant")
                .contains("&quot;20&quot;</del>", "&quot;22&quot;</ins>");
    }

    @Test
    void whatCannotStayIsSaidAtItsCell() {
        var sent = sent(tables.table(TERMS, version()));
        sent.put("cell.3.2", "SILVER");
        sent.put("cell.4.2", "\"PLATINUM\"");
        sent.put("cell.5.3", "");
        sent.put("cell.1.1", "[1..");
        sent.put("act", "check");

        var refused = browser.submit(CHANGE, sent);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "“SILVER” is nothing the table asks",
                        "“PLATINUM” is not accepted here",
                        "The rule gives no answer")
                .contains("cannot be read as a condition", "id=\"cell.3.2-problem\"", "value=\"SILVER\"")
                .doesNotContain("What it would have meant");
    }

    @Test
    void whatIsWrittenIsProposedAndItsProposerCannotApproveIt() {
        var table = tables.table(TERMS, version());
        var same = act(table, "propose");
        same.put("reason", "Nothing");
        assertThat(browser.submit(CHANGE, same).body()).contains("nothing differs");
        var unsaid = act(table, "propose");
        unsaid.put("cell.4.3", "\"22\"");
        var kept = browser.submit(CHANGE, unsaid);
        assertThat(kept.statusCode()).isEqualTo(422);
        assertThat(kept.body()).contains("role=\"alert\"", "value=\"&quot;22&quot;\"");
        var sent = new HashMap<>(unsaid);
        sent.put("reason", "Silver partners deserve more");

        var review = browser.submit(CHANGE, sent)
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^http://[^/]+", "");

        assertThat(review).startsWith("/staff/models/changes/MC-");
        assertThat(browser.get(review).body())
                .contains("Silver partners deserve more", "&quot;22&quot;</ins>", "What it would have meant")
                .contains("You have proposed this")
                .doesNotContain("value=\"true\"");
        assertThat(approve(browser, review).statusCode()).isEqualTo(403);
        assertThat(tasklistApproves(browser, review.substring(review.lastIndexOf('/') + 1)))
                .contains("cannot approve what you have proposed yourself");
        assertThat(browser.submit(review, review + "/withdrawal", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(tables.table(TERMS, version())).isEqualTo(table);
    }

    @Test
    void anAdministratorDoesNotApproveTheOwnProposalEither() {
        new Staff(identity).hire("adam-of-the-models", "camunda-admin");
        var admin = new StaffBrowser(door.port());
        admin.login("adam-of-the-models", Staff.PASSWORD);
        var sent = act(tables.table(TERMS, version()), "propose");
        sent.put("cell.4.3", "\"23\"");
        sent.put("reason", "Try");
        var review = admin.submit(CHANGE, sent)
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^http://[^/]+", "");
        var change = review.substring(review.lastIndexOf('/') + 1);

        assertThat(approve(admin, review).statusCode()).isEqualTo(403);
        assertThat(tasklistApproves(admin, change)).contains("cannot approve what you have proposed yourself");
        var engine = "/camunda/api/engine/engine/default";
        assertThat(admin.post(engine + "/task/" + task(change) + "/complete", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.post(engine + "/deployment/create", "{}").statusCode()).isEqualTo(403);
        admin.post(engine + "/process-instance/" + instance(change) + "/modification", """
                {"instructions": [{"type": "startBeforeActivity", "activityId": "serviceTask_putModelsInForce"}]}""");
        assertThat(changes.one(change).status()).isEqualTo(ModelChange.Status.PROPOSED);
        assertThat(admin.submit(review, review + "/withdrawal", Map.of()).statusCode())
                .isEqualTo(302);
    }

    @Test
    void rulesAreAddedMovedAndRemoved() {
        var table = tables.table(TERMS, version());
        assertThat(rows(browser.submit(CHANGE, act(table, "add-1")).body()))
                .isEqualTo(table.rules().size() + 1);
        assertThat(rows(browser.submit(CHANGE, act(table, "remove-1")).body()))
                .isEqualTo(table.rules().size() - 1);
        var moved = browser.submit(CHANGE, act(table, "down-1")).body();
        assertThat(moved.indexOf("value=\"" + table.rules().get(0).id()))
                .isGreaterThan(moved.indexOf("value=\"" + table.rules().get(1).id()));
        var file = browser.submit(CHANGE, CHANGE + "?file=dmn", sent(table)).body();
        assertThat(DecisionTableFile.of(file).table()).isEqualTo(table);
    }

    private static HttpResponse<String> approve(StaffBrowser person, String review) {
        return person.submit(review, review + "/decision", Map.of("approve", "true", "answer", "Fine"));
    }

    private String tasklistApproves(StaffBrowser person, String change) {
        person.get("/camunda/app/tasklist/default/");
        var refused = person.post("/camunda/api/engine/engine/default/task/" + task(change) + "/submit-form", """
                {"variables": {"changeDecision": {"value": "approve"}, "changeAnswer": {"value": "Fine"}}}""");
        assertThat(refused.statusCode()).isGreaterThanOrEqualTo(400);
        return refused.body();
    }

    private String task(String change) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(change)
                .singleResult()
                .getId();
    }

    private String instance(String change) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(change)
                .singleResult()
                .getId();
    }

    private static long rows(String page) {
        return Pattern.compile("name=\"rule\\.[0-9]+\"").matcher(page).results().count();
    }

    private Map<String, String> act(DecisionTable table, String act) {
        var sent = sent(table);
        sent.put("act", act);
        return sent;
    }

    private Map<String, String> sent(DecisionTable table) {
        var sent = new HashMap<String, String>();
        sent.put("basedOn", String.valueOf(version()));
        for (var number : table.numbers()) {
            var rule = table.rule(number).orElseThrow();
            sent.put("rule." + number, rule.id());
            sent.put("words." + number, rule.description());
            var column = 1;
            for (var cell : rule.inputs()) {
                sent.put("cell.%d.%d".formatted(number, column++), cell);
            }
            for (var cell : rule.outputs()) {
                sent.put("cell.%d.%d".formatted(number, column++), cell);
            }
        }
        return sent;
    }

    private int version() {
        return tables.versions(TERMS).get(0).version();
    }

    private void decide(String net) {
        decisions.decide(
                KICKBACK,
                About.of(number),
                Map.of("programme", "hosting", "monthNet", new BigDecimal(net), "currency", "SEK"));
    }
}
