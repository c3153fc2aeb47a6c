package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.Staff;
import io.partnerflow.StaffBrowser;
import io.partnerflow.engine.Passes;
import io.partnerflow.engine.StepQuestion;
import io.partnerflow.engine.StepTimes;
import io.partnerflow.web.StaffListener;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Figures of processes: each is recomputed from what the engine has written down, and stays when that is gone. */
@PartnerflowTest
class FiguresRunProcessTest extends OrderTests {

    @Autowired
    StaffListener door;

    @Autowired
    IdentityService identity;

    @Autowired
    StepTimes times;

    StaffBrowser browser;

    @BeforeEach
    void open() {
        new Staff(identity).hire("fiona", "managers");
        browser = new StaffBrowser(door.port());
        browser.login("fiona", Staff.PASSWORD);
    }

    @Test
    void areForManagersOnly() {
        new Staff(identity).hire("clerk-without-figures", "order-desk");
        var clerk = new StaffBrowser(door.port());
        clerk.login("clerk-without-figures", Staff.PASSWORD);
        assertThat(clerk.get("/staff/figures/processes").statusCode()).isEqualTo(403);
        assertThat(clerk.get("/staff/figures/funnel").statusCode()).isEqualTo(403);
        assertThat(clerk.get("/staff/history").statusCode()).isEqualTo(403);
        assertThat(clerk.get("/staff").body()).doesNotContain("/staff/figures", "/staff/history");
    }

    @Test
    void daysThatAreOverAreKeptForGood() {
        var order = toBeChecked();
        approve(order);
        monthsAgo(order);
        var days = new StepQuestion(
                "order", calendar.today().minusDays(75), calendar.today().minusDays(60), null, null);
        nothingIsKept();
        var live = shown(times.of(days));
        assertThat(live).isNotEmpty().isEqualTo(recomputed(days));

        new NightlyRun(engine).of("figures-run");
        assertThat(shown(times.of(days))).isEqualTo(live);
        new NightlyRun(engine).of("figures-run"); // once more changes nothing
        assertThat(shown(times.of(days))).isEqualTo(live);
        assertThat(database.sql("SELECT count(*) FROM step_day_done WHERE day = ?")
                        .param(calendar.today())
                        .query(Long.class)
                        .single())
                .as("today is not over")
                .isZero();

        database.sql(
                        "DELETE FROM public.act_hi_actinst WHERE proc_inst_id_ IN (SELECT id FROM process_run WHERE number = ?)")
                .param(order)
                .update();
        assertThat(shown(times.of(days))).as("the engine has forgotten it").isEqualTo(live);
    }

    @Test
    void itEndsWhenAllDaysAreKept() {
        nothingIsKept();
        var run = new NightlyRun(engine).of("figures-run");
        assertThat(engine.getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(run)
                        .activityId("endEvent_allDaysKept")
                        .list())
                .extracting(HistoricActivityInstance::getActivityId)
                .hasSize(1);
    }

    @Test
    void theFiguresOnThePagesAreThoseOfTheEngine() {
        var order = toBeChecked();
        var today = calendar.today();
        var programme = view(order).programme();
        var all = browser.get("/staff/figures/processes?days=7");
        assertThat(all.statusCode()).as(all.body()).isEqualTo(200);
        assertThat(all.body()).contains("/staff/figures/processes/order?").doesNotContain("??");

        var one = browser.get("/staff/figures/processes/order?days=7&programme=" + programme + "&against=1");
        assertThat(one.statusCode()).as(one.body()).isEqualTo(200);
        assertThat(one.body()).contains("process-picture", "heat-").doesNotContain("??");
        assertThat(browser.get("/staff/figures/processes/order?view=waiting").body())
                .doesNotContain("??");
        assertThat(browser.get("/staff/figures/processes/order?from=2026-03-02&to=2026-03-01")
                        .body())
                .contains("The first day is after the last one");

        var answer = browser.get("/staff/figures/processes/signed-agreement?days=7&format=csv");
        var file = lines(answer.body());
        var raw = recomputed(new StepQuestion("signed-agreement", today.minusDays(6), today, null, null));
        assertThat(file).as(answer.statusCode() + answer.body()).containsKey("Check signed agreement");
        assertThat(file.get("Check signed agreement").get(2))
                .isEqualTo(String.valueOf(
                        raw.get("1 userTask_checkSignedAgreement").count()));
        assertThat(browser.get("/staff/figures/processes/no-such-process").statusCode())
                .isEqualTo(404);

        var now = browser.get("/staff/figures/processes/order/steps/userTask_checkOrder?programme=" + programme);
        assertThat(now.statusCode()).as(now.body()).isEqualTo(200);
        var longest = browser.get(
                "/staff/figures/processes/signed-agreement/steps/userTask_checkSignedAgreement?list=longest&format=csv");
        assertThat(longest.body()).contains(order);
    }

    @Test
    void aCaseIsFoundWithEverythingThatHappenedInIt() {
        var order = toBeChecked();
        approve(order);
        process.jobAt(order, "serviceTask_createCustomerAccount");
        engine.getManagementService()
                .setJobRetries(
                        process.jobAt(order, "serviceTask_createCustomerAccount")
                                .getId(),
                        0);

        var found = browser.get("/staff/history?search=" + order.toLowerCase());
        assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
        assertThat(found.body()).contains("/staff/history/" + order, customer.name(), reseller.name());
        assertThat(browser.get("/staff/history?state=failed&process=provisioning&search=" + encoded(customer.name()))
                        .body())
                .contains("/staff/history/" + order);
        assertThat(browser.get("/staff/history?state=done&process=order&search=" + order)
                        .body())
                .doesNotContain("/staff/history/" + order);
        assertThat(browser.get("/staff/history?state=running&longer=2&search=" + order)
                        .body())
                .doesNotContain("/staff/history/" + order);
        assertThat(browser.get("/staff/history?from=tomorrow&longer=x").body())
                .contains("This is no day", "Write a whole number of days");
        assertThat(browser.get("/staff/history?format=csv&search=" + order).body())
                .contains(order, customer.name());

        var one = browser.get("/staff/history/" + order);
        assertThat(one.statusCode()).as(one.body()).isEqualTo(200);
        assertThat(one.body())
                .contains(
                        "process-picture",
                        "Task done: Check signed agreement",
                        "Step does not work",
                        "/camunda/app/cockpit/default/#/process-instance/",
                        "shown here only",
                        "/outbox/",
                        "/staff/documents/")
                .doesNotContain("??");
        assertThat(browser.get("/staff/history/" + order + "?process=provisioning")
                        .body())
                .contains("class=\"failed", "process-picture");
        assertThat(browser.get("/staff/history/OR-1998-000007").statusCode()).isEqualTo(404);

        var run = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(order)
                .processDefinitionKey("order")
                .singleResult();
        engine.getRuntimeService().deleteProcessInstance(run.getId(), "given up");
        assertThat(browser.get("/staff/history?state=cancelled&process=order&search=" + order)
                        .body())
                .contains("/staff/history/" + order);
        assertThat(browser.get("/staff/history?state=done&process=order&search=" + order)
                        .body())
                .as("what was given up is not done")
                .doesNotContain("/staff/history/" + order);
    }

    @Test
    void whoHasComeHowFarIsWhatTheTablesSay() {
        var order = toBeChecked();
        var mine = "unit=customers&months=6&reseller=" + encoded(reseller.name());
        var page = browser.get("/staff/figures/funnel?" + mine);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("First order").doesNotContain("??");
        var ordered = database.sql("SELECT count(DISTINCT customer_id) FROM customer_order WHERE reseller_id = ?")
                .param(reseller.id())
                .query(Long.class)
                .single();
        var row = lines(browser.get("/staff/figures/funnel?format=csv&" + mine).body())
                .lastEntry()
                .getValue();
        assertThat(row.subList(1, 5)).containsExactly("0", String.valueOf(ordered), "0", "0");
        var list = browser.get("/staff/figures/funnel/list?stage=1&" + mine);
        assertThat(list.statusCode()).as(list.body()).isEqualTo(200);
        assertThat(list.body()).contains(customer.name()).doesNotContain("??");
        assertThat(order).startsWith("OR-");

        var partners = browser.get("/staff/figures/funnel?unit=partners&months=36");
        assertThat(partners.body()).contains("Applied", "Approved").doesNotContain("??");
        var applied = database.sql("""
                        SELECT count(*) FROM reseller_application WHERE submitted_at >= ? AND submitted_at < ?""")
                .params(
                        Timestamp.from(calendar.startOfDay(
                                calendar.today().withDayOfMonth(1).minusMonths(35))),
                        Timestamp.from(calendar.startOfDay(
                                calendar.today().withDayOfMonth(1).plusMonths(1))))
                .query(Integer.class)
                .single();
        assertThat(
                        lines(browser.get("/staff/figures/funnel?unit=partners&months=36&format=csv")
                                        .body())
                                .values()
                                .stream()
                                .mapToInt(line -> Integer.parseInt(line.get(1)))
                                .sum())
                .isEqualTo(applied);
    }

    private void nothingIsKept() {
        database.sql("DELETE FROM step_day_done").update();
        database.sql("DELETE FROM step_day").update();
    }

    /** As if all of the case had happened then. */
    private void monthsAgo(String order) {
        database.sql("""
                        UPDATE public.act_hi_actinst SET start_time_ = start_time_ - interval '70 days',
                               end_time_ = end_time_ - interval '68 days', duration_ = duration_ + 2 * 86400000
                        WHERE end_time_ IS NOT NULL AND proc_inst_id_ IN (SELECT id FROM process_run WHERE number = ?)""").param(order).update();
    }

    private record Figure(long count, long total, long longest) {}

    private static Map<String, Figure> shown(Map<StepTimes.Step, Passes> passes) {
        var found = new TreeMap<String, Figure>();
        passes.forEach((step, one) -> found.put(
                step.version() + " " + step.element(),
                new Figure(one.count(), one.total().toMillis(), one.longest().toMillis())));
        return found;
    }

    /** From the engine's rows alone, by another way than the figures go. */
    private Map<String, Figure> recomputed(StepQuestion asked) {
        var found = new TreeMap<String, Figure>();
        engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .finished()
                .finishedAfter(Timestamp.from(calendar.startOfDay(asked.from())))
                .finishedBefore(Timestamp.from(
                        calendar.startOfDay(asked.through().plusDays(1)).minus(Duration.ofMillis(1))))
                .list()
                .stream()
                .filter(one -> one.getProcessDefinitionKey().equals(asked.process()))
                .filter(one -> !one.getActivityType().endsWith("Gateway")
                        || one.getActivityType().equals("eventBasedGateway"))
                .forEach(one -> found.merge(
                        one.getProcessDefinitionId().split(":")[1] + " " + one.getActivityId(),
                        new Figure(1, one.getDurationInMillis(), one.getDurationInMillis()),
                        (a, b) -> new Figure(a.count + b.count, a.total + b.total, Math.max(a.longest, b.longest))));
        return found;
    }

    /** By the first cell, the cells of each line of a file. */
    private static TreeMap<String, List<String>> lines(String csv) {
        var found = new TreeMap<String, List<String>>();
        csv.lines()
                .skip(1)
                .map(line -> List.of(line.replace("\"", "").split("[,;]", -1)))
                .forEach(cells -> found.put(cells.get(0), cells));
        return found;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
