package io.partnerflow.taskmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.OpenTasks;
import io.partnerflow.engine.StaffPerson;
import io.partnerflow.engine.TaskCompleted;
import io.partnerflow.mail.Outbox;
import io.partnerflow.mail.OutboxLetter;
import io.partnerflow.processes.NightlyRun;
import io.partnerflow.scenarios.OverTheYears;
import io.partnerflow.scenarios.TimeMachine;
import io.partnerflow.shared.VendorCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who hears when of which task, over weeks on the simulated clock. */
@OverTheYears
class TaskMailsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 23); // summer time begins on the Sunday after it
    private static final StaffPerson MANAGER = new StaffPerson("a-manager", Set.of("managers"));

    private final String one = "OR-mail-" + UUID.randomUUID();
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String olga = "olga-" + run;
    private final String otto = "otto-" + run;
    private final String bill = "bill-" + run;
    private final String mats = "mats-" + run;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TimeMachine time;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    Outbox outbox;

    @Autowired
    MailChoices choices;

    @Autowired
    Absences absences;

    @Autowired
    LentDesks lent;

    @Autowired
    OpenTasks openTasks;

    @Autowired
    AuditTrail audit;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient database;

    String deployment;

    @BeforeEach
    void begin() {
        time.begin(MONDAY);
        hire(olga, "order-desk");
        hire(otto, "order-desk");
        hire(bill, "billing");
        hire(mats, "managers");
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "mailed.bpmn",
                        Bpmn.createExecutableProcess("mailed")
                                .name("Order")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask("userTask_check")
                                .name("Check order")
                                .camundaCandidateGroups("order-desk")
                                .camundaDueDate("${due}")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
    }

    @AfterEach
    void forget() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
        List.of(olga, otto, bill, mats).forEach(engine.getIdentityService()::deleteUser);
        for (var table : List.of(
                "staff_mail_choice", "staff_absence", "staff_lent_desk", "task_mail_morning", "task_escalation")) {
            database.sql("DELETE FROM " + table).update();
        }
        database.sql("DELETE FROM letter WHERE template IN ('task-morning', 'task-late')")
                .update();
    }

    @Test
    void eachHearsOfANewTaskAsChosen() {
        choices.choose(olga, Map.of(MailChoices.EVERY_DESK, MailChoice.AT_ONCE));
        choices.choose(otto, Map.of("order-desk", MailChoice.DIGEST));
        open(one, MONDAY.plusDays(1));
        assertThat(outbox.about(one))
                .extracting(OutboxLetter::to)
                .containsExactlyInAnyOrder("order-desk@northlight.example", olga + "@vendor.example");
    }

    @Test
    void aStandInHearsWhatTheOtherWouldHaveHeard() {
        choices.choose(olga, Map.of(MailChoices.EVERY_DESK, MailChoice.AT_ONCE));
        absences.enter(olga, new AbsenceWish(bill, MONDAY, MONDAY.plusDays(4)), person(olga));
        open(one, MONDAY.plusDays(1));
        assertThat(outbox.about(one)).extracting(OutboxLetter::to).doesNotContain(olga + "@vendor.example");
        assertThat(letterTo(bill, one).plainText()).contains("you stand in for " + olga);
    }

    @Test
    void whoIsGivenATaskBySomebodyElseHearsOfItAtOnce() {
        var task = open(one, MONDAY.plusDays(1));
        as(mats, "managers", () -> engine.getTaskService().setAssignee(task.getId(), otto));
        assertThat(letterTo(otto, one).plainText()).contains(mats + " has given you a task: Check order, " + one);
        as(olga, "order-desk", () -> engine.getTaskService().setAssignee(task.getId(), olga));
        assertThat(letters(olga, one)).as("who takes a task knows it").isEmpty();
        openTasks.complete("userTask_check", one, olga);
        assertThat(letters(olga, one)).as("who ended it on a page knows it").isEmpty();

        choices.choose(otto, Map.of(MailChoices.EVERY_DESK, MailChoice.NOTHING));
        var other = open(one + "-2", MONDAY.plusDays(1));
        as(mats, "managers", () -> engine.getTaskService().setAssignee(other.getId(), otto));
        assertThat(outbox.about(one + "-2"))
                .extracting(OutboxLetter::to)
                .containsExactly("order-desk@northlight.example");
    }

    @Test
    void theMorningOfAWorkingDayTellsEachPersonOnceHowThingsStand() {
        open(one, MONDAY.plusDays(1));
        var taken = open(one + "-2", MONDAY.plusDays(2));
        engine.getTaskService().setAssignee(taken.getId(), otto);
        choices.choose(mats, Map.of(MailChoices.EVERY_DESK, MailChoice.NOTHING));

        at("2026-03-24T06:59:00Z");
        assertThat(to(olga)).as("before eight").isEmpty();
        at("2026-03-24T07:00:00Z");
        assertThat(to(olga)).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("Your tasks: 1 due today");
            assertThat(letter.plainText())
                    .contains("Due today", "Check order · " + one, "/go/task/")
                    .doesNotContain(one + "-2", "Late");
        });
        assertThat(to(otto))
                .singleElement()
                .extracting(OutboxLetter::plainText)
                .asString()
                .contains("Due on the next working day", one + "-2");
        assertThat(to(bill)).as("nothing to do, nothing to read").isEmpty();
        at("2026-03-24T09:00:00Z");
        assertThat(to(olga)).as("once a day").hasSize(1);

        at("2026-03-28T07:00:00Z");
        assertThat(to(olga)).as("on a Saturday").hasSize(1);
        at("2026-03-30T05:59:00Z");
        assertThat(to(olga)).as("before eight in summer time").hasSize(1);
        at("2026-03-30T06:00:00Z");
        assertThat(to(olga))
                .hasSize(2)
                .first()
                .satisfies(letter -> assertThat(letter.subject()).startsWith("Your tasks: 1 late"));
        at("2026-04-03T06:00:00Z");
        assertThat(to(olga)).as("on Good Friday").hasSize(2);
    }

    @Test
    void theDeskIsRemindedTheDayBeforeOfWhatNobodyHasTaken() {
        open(one, MONDAY.plusDays(2));
        at("2026-03-24T07:00:00Z");
        assertThat(deskMails("order-desk"))
                .singleElement()
                .extracting(OutboxLetter::plainText)
                .asString()
                .contains("Due on the next working day", one);
        at("2026-03-25T07:00:00Z");
        assertThat(deskMails("order-desk")).hasSize(1);
        at("2026-03-26T07:00:00Z");
        assertThat(deskMails("order-desk"))
                .as("late for the first time")
                .hasSize(2)
                .first()
                .extracting(OutboxLetter::plainText)
                .asString()
                .contains("Late", one);
        at("2026-03-27T07:00:00Z");
        assertThat(deskMails("order-desk"))
                .as("and again when the managers hear of it")
                .hasSize(3);
    }

    @Test
    void aLateTaskIsToldOfEverMoreLoudlyUntilItIsDone() {
        var task = open(one, MONDAY);
        var other = open(one + "-2", MONDAY);
        at("2026-03-24T07:00:00Z");
        assertThat(late("managers", "managers@northlight.example")).isEmpty();
        at("2026-03-25T07:00:00Z");
        assertThat(late("managers", "managers@northlight.example"))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.subject()).isEqualTo("2 tasks are late");
                    assertThat(letter.plainText()).contains(one, one + "-2", "Order desk");
                });
        assertThat(late(mats, mats + "@vendor.example")).as("not yet").isEmpty();
        at("2026-03-26T07:00:00Z");
        assertThat(late("managers", "managers@northlight.example"))
                .as("each step once")
                .hasSize(1);
        engine.getTaskService().complete(other.getId());
        at("2026-03-30T06:00:00Z");
        assertThat(late(mats, mats + "@vendor.example"))
                .singleElement()
                .extracting(OutboxLetter::plainText)
                .asString()
                .contains(one)
                .doesNotContain(one + "-2");
        engine.getTaskService().setDueDate(task.getId(), Date.from(Instant.parse("2026-04-01T10:00:00Z")));
        at("2026-04-07T06:00:00Z");
        assertThat(late("managers", "managers@northlight.example"))
                .as("a new date begins anew")
                .hasSize(3);
    }

    @Test
    void whoStandsInForAManagerReadsOfLateTasks() {
        var mona = mats2();
        try {
            absences.enter(mats, new AbsenceWish(mona, MONDAY, MONDAY.plusDays(10)), person(mats));
            open(one, MONDAY);
            at("2026-03-30T06:00:00Z");
            assertThat(late(mats, mats + "@vendor.example")).as("is away").isEmpty();
            assertThat(late(mona, mona + "@vendor.example")).hasSize(1);
        } finally {
            engine.getIdentityService().deleteUser(mona);
        }
    }

    @Test
    void aStandInWorksAtTheDesksOfWhoIsAwayAndNoLonger() {
        absences.enter(olga, new AbsenceWish(bill, MONDAY.plusDays(1), MONDAY.plusDays(2)), person(olga));
        assertThat(desksOf(bill)).containsExactly("billing");
        assertThat(sent("stand-in-named", olga, bill + "@vendor.example"))
                .singleElement()
                .extracting(OutboxLetter::subject)
                .asString()
                .startsWith("You stand in for " + olga);
        at("2026-03-23T23:00:00Z");
        assertThat(desksOf(bill)).containsExactlyInAnyOrder("billing", "order-desk");
        open(one, MONDAY.plusDays(1));
        at("2026-03-24T07:00:00Z");
        assertThat(to(olga)).as("is away").isEmpty();
        assertThat(to(bill))
                .singleElement()
                .extracting(OutboxLetter::plainText)
                .asString()
                .contains(one);
        assertThat(audit.of(bill))
                .extracting(AuditTrail.Entry::action, AuditTrail.Entry::detail)
                .contains(tuple("desk-lent", "order-desk of " + olga));
        events.publishEvent(new TaskCompleted("order.check-order", one, bill, "Check order", Set.of("order-desk")));
        events.publishEvent(new TaskCompleted("x", one, bill, "Post payment", Set.of("billing")));
        assertThat(audit.of(one))
                .extracting(AuditTrail.Entry::action, AuditTrail.Entry::detail)
                .as("in whose place it was done; the own desk's work is the own")
                .containsExactly(tuple("task-done-as-stand-in", "Check order, for " + olga));
        at("2026-03-25T23:00:00Z");
        assertThat(desksOf(bill)).as("over").containsExactly("billing");
        assertThat(desksOf(olga)).containsExactly("order-desk");
    }

    @Test
    void whatTwoHaveLentStaysUntilBothAreBackAndOwnDesksAlwaysStay() {
        absences.enter(olga, new AbsenceWish(bill, MONDAY, MONDAY.plusDays(1)), person(olga));
        absences.enter(otto, new AbsenceWish(bill, MONDAY, MONDAY.plusDays(3)), MANAGER);
        absences.enter(mats, new AbsenceWish(mats2(), MONDAY, MONDAY.plusDays(3)), person(mats));
        assertThat(desksOf(bill)).containsExactlyInAnyOrder("billing", "order-desk");
        var first = absences.notOver().stream()
                .filter(away -> away.person().equals(olga))
                .findFirst()
                .orElseThrow();
        absences.end(olga, first.id(), person(olga));
        assertThat(desksOf(bill)).contains("order-desk");
        engine.getIdentityService().deleteUser(otto);
        lent.settle();
        assertThat(desksOf(bill)).as("nobody is left to stand in for").containsExactly("billing");
        assertThat(desksOf(mats2())).as("what managers may do is not lent").containsExactly("managers");
        engine.getIdentityService().deleteUser(mats2());
    }

    @Test
    void nobodyHandsOnWhatIsOnlyBorrowed() {
        absences.enter(olga, new AbsenceWish(bill, MONDAY, MONDAY.plusDays(3)), person(olga));
        hire("lena-" + run, "logistics");
        absences.enter(bill, new AbsenceWish("lena-" + run, MONDAY, MONDAY.plusDays(1)), person(bill));
        assertThat(desksOf("lena-" + run))
                .as("does the work of both")
                .containsExactlyInAnyOrder("logistics", "billing", "order-desk");
        assertThat(desksOf(bill)).containsExactly("billing");
        at("2026-03-25T07:00:00Z");
        assertThat(desksOf("lena-" + run)).containsExactly("logistics");
        assertThat(desksOf(bill)).containsExactlyInAnyOrder("billing", "order-desk");
        engine.getIdentityService().deleteUser("lena-" + run);
    }

    private String mats2() {
        hire("mona-" + run, "managers");
        return "mona-" + run;
    }

    private Task open(String number, LocalDate due) {
        var variables = new HashMap<String, Object>();
        variables.put("due", Date.from(due.atTime(17, 0).atZone(calendar.zone()).toInstant()));
        engine.getRuntimeService().startProcessInstanceByKey("mailed", number, variables);
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .singleResult();
    }

    /** The hour begins. */
    private void at(String moment) {
        time.at(Instant.parse(moment));
        new NightlyRun(engine).of("task-reminders");
    }

    private void as(String person, String group, Runnable work) {
        engine.getIdentityService().setAuthentication(person, List.of(group));
        engine.getProcessEngineConfiguration().setAuthorizationEnabled(false);
        try {
            work.run();
        } finally {
            engine.getProcessEngineConfiguration().setAuthorizationEnabled(true);
            engine.getIdentityService().clearAuthentication();
        }
    }

    private OutboxLetter letterTo(String person, String number) {
        return letters(person, number).get(0);
    }

    private List<OutboxLetter> letters(String person, String number) {
        return outbox.about(number).stream()
                .filter(letter -> letter.to().startsWith(person + "@"))
                .toList();
    }

    /** Morning mails, latest first. */
    private List<OutboxLetter> to(String person) {
        return sent("task-morning", person, person + "@vendor.example");
    }

    private List<OutboxLetter> deskMails(String desk) {
        return sent("task-morning", desk, desk + "@northlight.example");
    }

    private List<OutboxLetter> late(String about, String address) {
        return sent("task-late", about, address);
    }

    private List<OutboxLetter> sent(String template, String about, String address) {
        return outbox.about(about).stream()
                .filter(letter ->
                        letter.template().equals(template) && letter.to().equals(address))
                .sorted(Comparator.comparing(OutboxLetter::id).reversed())
                .toList();
    }

    private Set<String> desksOf(String person) {
        return engine.getIdentityService().createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
    }

    private StaffPerson person(String id) {
        return new StaffPerson(id, desksOf(id));
    }

    private void hire(String person, String group) {
        if (engine.getIdentityService().createUserQuery().userId(person).count() == 0) {
            var user = engine.getIdentityService().newUser(person);
            user.setFirstName(person);
            user.setEmail(person + "@vendor.example");
            user.setPassword("seven otters play chess");
            engine.getIdentityService().saveUser(user);
            engine.getIdentityService().createMembership(person, group);
        }
    }
}
