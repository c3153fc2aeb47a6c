package io.partnerflow.steering;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.Staff;
import io.partnerflow.StaffBrowser;
import io.partnerflow.audit.AuditTrail;
import io.partnerflow.processes.ProcessDriver;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.web.StaffListener;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What lies on the desks, as managers see it and step in. */
@PartnerflowTest
class AgeingPagesTest {

    private static final String PAGE = "/staff/ageing";

    @Autowired
    StaffListener door;

    @Autowired
    ProcessEngine engine;

    @Autowired
    IdentityService identity;

    @Autowired
    AuditTrail audit;

    @Autowired
    ProcessDriver process;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    JdbcClient database;

    final String key = "OR-aged-" + UUID.randomUUID();
    String deployment;
    String task;
    StaffBrowser mona;

    @BeforeEach
    void aTaskIsLate() {
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "aged.bpmn",
                        Bpmn.createExecutableProcess("aged")
                                .name("Aged")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask("userTask_old")
                                .name("Grow old")
                                .camundaCandidateGroups("logistics")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        engine.getRuntimeService().startProcessInstanceByKey("aged", key);
        task = process.taskAt(key, "userTask_old").getId();
        due(Duration.ofDays(-8));
        mona = browser("mona", "managers");
    }

    @AfterEach
    void forgetIt() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
        database.sql("DELETE FROM process_run WHERE process = 'aged'").update();
    }

    @Test
    void tasksStandWhereTheirDayPutsThem() {
        expect(Duration.ofDays(-8), "long-overdue");
        expect(Duration.ofDays(-1), "overdue");
        expect(Duration.ofDays(3), "week");
        expect(Duration.ofDays(20), "later");
        engine.getTaskService().setDueDate(task, null);
        assertThat(list("no-date")).contains(">" + key + "<");
        assertThat(mona.get(PAGE + "?desk=credit&search=" + key).body()).doesNotContain(">" + key + "<");
        assertThat(mona.get(PAGE + "?desk=logistics&search=" + key + "&format=csv")
                        .body())
                .contains(key, "Grow old", "Logistics");
        assertThat(mona.get(PAGE + "?age=nothing").statusCode()).isEqualTo(404);
        assertThat(browser("olga", "order-desk").get(PAGE).statusCode()).isEqualTo(403);
    }

    @Test
    void aTaskIsGivenToAPersonOfItsDeskAndToNobodyElse() {
        new Staff(identity).hire("lea", "logistics");
        var page = PAGE + "/" + task;
        var refused = mona.submit(page, page + "/assignee", Map.of("person", "mona"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("does not belong to the desk of this task")
                .doesNotContain("??");

        mona.submit(page, page + "/assignee", Map.of("person", "lea"));
        assertThat(mona.get(page).body())
                .contains("in other hands now", "task-assigned")
                .doesNotContain("??");
        assertThat(process.taskAt(key, "userTask_old").getAssignee()).isEqualTo("lea");
        mona.submit(page, page + "/assignee", Map.of("person", "", "was", "lea"));
        assertThat(process.taskAt(key, "userTask_old").getAssignee()).isNull();
        assertThat(audit.of(key))
                .extracting(AuditTrail.Entry::action)
                .containsExactly("task-assigned", "task-given-back");
    }

    @Test
    void aDayIsPutOffWithAReason() {
        var page = PAGE + "/" + task;
        var refused = mona.submit(
                page, page + "/due", Map.of("until", calendar.today().toString(), "reason", "", "was", shown(page)));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "Choose a day after today",
                        "Say why it can wait",
                        calendar.today().toString())
                .doesNotContain("??");

        var day = calendar.today().plusDays(10);
        mona.submit(
                page,
                page + "/due",
                Map.of("until", day.toString(), "reason", "the carrier is on strike", "was", shown(page)));
        assertThat(calendar.dateOf(
                        process.taskAt(key, "userTask_old").getDueDate().toInstant()))
                .isEqualTo(day);
        assertThat(audit.of(key)).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("task-put-off");
            assertThat(entry.detail()).contains("on strike", day.toString());
        });
        engine.getTaskService().complete(task);
        mona.submit("/staff", page + "/due", Map.of("until", day.toString(), "reason", "again"));
        assertThat(mona.get(PAGE).body()).contains("This task is open no more").doesNotContain("??");
    }

    @Test
    void whatSomebodyElseHasChangedMeanwhileStaysAndTheSecondIsTold() {
        new Staff(identity).hire("lea", "logistics");
        new Staff(identity).hire("lars", "logistics");
        var magnus = browser("magnus", "managers");
        var page = PAGE + "/" + task;
        var seen = shown(page);
        mona.submit(page, page + "/assignee", Map.of("person", "lea", "was", ""));
        magnus.submit(page, page + "/assignee", Map.of("person", "lars", "was", ""));
        assertThat(magnus.get(page).body())
                .contains("Nothing was changed: meanwhile lea has this task")
                .doesNotContain("??");
        assertThat(process.taskAt(key, "userTask_old").getAssignee()).isEqualTo("lea");
        mona.submit(page, page + "/assignee", Map.of("person", "", "was", "lea"));
        magnus.submit(page, page + "/assignee", Map.of("person", "lars", "was", "lea"));
        assertThat(magnus.get(page).body()).contains("the task has gone back to its desk");

        var soon = calendar.today().plusDays(3);
        var late = calendar.today().plusDays(30);
        mona.submit(page, page + "/due", Map.of("until", soon.toString(), "reason", "soon", "was", seen));
        magnus.submit(page, page + "/due", Map.of("until", late.toString(), "reason", "late", "was", seen));
        assertThat(magnus.get(page).body())
                .contains("somebody has put the day off meanwhile")
                .doesNotContain("??");
        assertThat(calendar.dateOf(
                        process.taskAt(key, "userTask_old").getDueDate().toInstant()))
                .isEqualTo(soon);
    }

    /** The day the task should be done, as the form on its page carries it. */
    private String shown(String page) {
        var form = Pattern.compile("/due\".*?name=\"was\" value=\"([^\"]+)\"", Pattern.DOTALL)
                .matcher(mona.get(page).body());
        assertThat(form.find()).isTrue();
        return form.group(1);
    }

    private void expect(Duration from, String age) {
        due(from);
        assertThat(list(age)).contains(key, "Grow old");
        assertThat(list("no-date")).doesNotContain(">" + key + "<");
    }

    private void due(Duration from) {
        engine.getTaskService().setDueDate(task, Date.from(calendar.now().plus(from)));
    }

    private String list(String age) {
        var body = mona.get(PAGE + "?age=" + age + "&search=" + key).body();
        assertThat(body).doesNotContain("??");
        return body;
    }

    private StaffBrowser browser(String person, String group) {
        new Staff(identity).hire(person, group);
        var browser = new StaffBrowser(door.port());
        browser.login(person, Staff.PASSWORD);
        return browser;
    }
}
