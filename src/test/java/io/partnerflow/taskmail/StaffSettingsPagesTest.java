package io.partnerflow.taskmail;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.Staff;
import io.partnerflow.StaffBrowser;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.web.StaffListener;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages on which people choose their mails and who stands in, and the link that brings them to a task. */
@PartnerflowTest
class StaffSettingsPagesTest {

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String olga = "olga-" + run;
    private final String bill = "bill-" + run;
    private final String mats = "mats-" + run;

    @Autowired
    ProcessEngine engine;

    @Autowired
    StaffListener door;

    @Autowired
    VendorCalendar calendar;

    StaffBrowser browser;

    @BeforeEach
    void hire() {
        var staff = new Staff(engine.getIdentityService());
        staff.hire(olga, "order-desk");
        staff.hire(bill, "billing");
        staff.hire(mats, "managers");
        browser = new StaffBrowser(door.port());
    }

    @Test
    void aPersonChoosesMailsAndReadsThatNoneCanBeSent() {
        browser.login(olga, Staff.PASSWORD);
        assertThat(browser.get("/staff").body()).contains("href=\"/staff/settings\"");
        assertThat(browser.get("/staff/settings").body()).contains("My settings", "no e-mail address");
        var mails = "/staff/settings/people/" + olga + "/mails";
        assertThat(browser.submit("/staff/settings", mails, Map.of("mails", "SOMETIMES")))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(422))
                .extracting(HttpResponse::body)
                .asString()
                .contains("There is no such choice");
        assertThat(browser.submit("/staff/settings", mails, Map.of("mails", "AT_ONCE"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(browser.get("/staff/settings").body()).contains("Saved.", "value=\"AT_ONCE\" selected");
        browser.submit("/staff/settings", mails, Map.of("mails", "AT_ONCE", "off", "yes"));
        assertThat(browser.get("/staff/settings").body()).contains("value=\"NOTHING\" selected");
    }

    @Test
    void aPersonHandsOverAndComesBack() {
        browser.login(olga, Staff.PASSWORD);
        var absences = "/staff/settings/people/" + olga + "/absences";
        assertThat(browser.submit("/staff/settings", absences, Map.of("firstDay", "soon", "standIn", olga))
                        .body())
                .contains("Choose a day", "Nobody stands in for themselves", "href=\"#standIn\"", "value=\"soon\"");
        var today = calendar.today();
        browser.submit(
                "/staff/settings",
                absences,
                Map.of(
                        "firstDay",
                        today.toString(),
                        "lastDay",
                        today.plusDays(3).toString(),
                        "standIn",
                        bill));
        assertThat(browser.get("/staff/settings").body()).contains(bill + " stands in for " + olga, "Back again");
        assertThat(browser.submit(
                                "/staff/settings",
                                absences,
                                Map.of(
                                        "firstDay", today.plusDays(2).toString(),
                                        "lastDay", today.plusDays(4).toString(),
                                        "standIn", bill))
                        .body())
                .contains("There is an absence already from");

        var clerk = new StaffBrowser(door.port());
        clerk.login(bill, Staff.PASSWORD);
        assertThat(clerk.get("/staff/settings").body()).contains(olga + ", until", "also at: Order desk");
        assertThat(clerk.get("/staff/settings/people").statusCode()).isEqualTo(404);
        assertThat(clerk.get("/staff/settings/people/" + olga).statusCode()).isEqualTo(404);
        assertThat(clerk.submit("/staff/settings", absences, Map.of()).statusCode())
                .isEqualTo(404);

        var manager = new StaffBrowser(door.port());
        manager.login(mats, Staff.PASSWORD);
        assertThat(manager.get("/staff/settings/people").body()).contains(olga, "stand-in: " + bill, "No address");
        var page = manager.get("/staff/settings/people/" + olga).body();
        var end = page.replaceAll("(?s).*action=\"(/staff/settings/people/[^\"]+/end)\".*", "$1");
        assertThat(manager.submit("/staff/settings/people/" + olga, end, Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(manager.get("/staff/settings/people/" + olga).body()).contains("is over", "No absence is planned");
        assertThat(clerk.get("/staff/settings").statusCode())
                .as("who loses a desk logs in again")
                .isEqualTo(302);
    }

    @Test
    void aLinkSaysWhatHasBecomeOfTheTaskAndWhoseItIs() {
        var deployment = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "linked.bpmn",
                        Bpmn.createExecutableProcess("linked")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask("userTask_check")
                                .name("Check order")
                                .camundaCandidateGroups("order-desk")
                                .endEvent()
                                .done())
                .deploy();
        try {
            var number = "OR-link-" + run;
            engine.getRuntimeService().startProcessInstanceByKey("linked", number);
            var task = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(number)
                    .singleResult()
                    .getId();
            browser.login(bill, Staff.PASSWORD);
            assertThat(browser.get("/go/task/" + task).body()).contains("for another desk", "Order desk");
            assertThat(browser.reading("sv").get("/go/task/" + task).body())
                    .contains("Kontrollera beställning")
                    .doesNotContain("Check order", "??");
            browser.reading("en");
            engine.getTaskService().setAssignee(task, olga);
            engine.getTaskService().complete(task);
            assertThat(browser.get("/go/task/" + task).body())
                    .contains(olga + " did “Check order” on", number)
                    .doesNotContain("/staff/history/");
            var manager = new StaffBrowser(door.port());
            manager.login(mats, Staff.PASSWORD);
            assertThat(manager.get("/go/task/" + task).body()).contains("href=\"/staff/history/" + number);
            assertThat(manager.get("/staff/history/" + number).body()).contains("<h1>" + number + "</h1>");
            assertThat(browser.reading("sv").get("/go/task/" + task).body())
                    .contains("Kontrollera beställning")
                    .doesNotContain("Check order", "??");
            browser.reading("en");

            var withdrawn = engine.getRuntimeService().startProcessInstanceByKey("linked", number + "-2");
            var second = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceId(withdrawn.getId())
                    .singleResult()
                    .getId();
            engine.getRuntimeService().deleteProcessInstance(withdrawn.getId(), "withdrawn");
            assertThat(browser.get("/go/task/" + second).body()).contains("has not been needed since");
            assertThat(browser.get("/go/task/x").body()).contains("This task is done");
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
        }
    }

    @Test
    void whoLeavesTheLogInOpenForTooLongStillArrivesAtTheTask() {
        assertThat(browser.get("/go/task/abc-1").statusCode()).isEqualTo(302);
        assertThat(browser.get("/staff/login").body()).contains("name=\"then\" value=\"/go/task/abc-1\"");
        var later = new StaffBrowser(door.port());
        var late = later.send(
                "POST",
                "/staff/login",
                "application/x-www-form-urlencoded",
                "username=x&password=y&then=/go/task/abc-1");
        assertThat(late.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/staff/login?late&then=/go/task/abc-1"));
        assertThat(later.get("/staff/login?late&then=/go/task/abc-1").body())
                .contains("open for too long", "value=\"/go/task/abc-1\"");
        assertThat(later.submit(
                                "/staff/login?late&then=/go/task/abc-1",
                                "/staff/login",
                                Map.of("username", olga, "password", Staff.PASSWORD, "then", "/go/task/abc-1"))
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/go/task/abc-1"));
        for (var trap : new String[] {"//evil.example/go", "https://evil.example", "/staff/logout", "/camunda/app"}) {
            assertThat(new StaffBrowser(door.port())
                            .get("/staff/login?then=" + trap)
                            .body())
                    .as(trap)
                    .doesNotContain("name=\"then\"");
        }
    }
}
