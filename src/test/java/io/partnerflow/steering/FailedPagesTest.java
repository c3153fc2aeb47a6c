package io.partnerflow.steering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.Staff;
import io.partnerflow.StaffBrowser;
import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.DeskWork;
import io.partnerflow.engine.FailedWork;
import io.partnerflow.mail.Outbox;
import io.partnerflow.mail.OutboxLetter;
import io.partnerflow.processes.ProcessDriver;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Paging;
import io.partnerflow.web.StaffListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Failed steps as managers see them: explained, tried again, left out, asked about. */
@PartnerflowTest
class FailedPagesTest {

    private static final String PAGE = "/staff/failed";

    /** One step nobody can do that may be left out, and one that may not. */
    private static final String MODEL = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
              <bpmn:process id="standing" name="Standing still" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="startEvent_begun"/>
                <bpmn:sequenceFlow id="flow_a" sourceRef="startEvent_begun" targetRef="subProcess_inside"/>
                <bpmn:subProcess id="subProcess_inside">
                  <bpmn:startEvent id="startEvent_inside"/>
                  <bpmn:sequenceFlow id="flow_b" sourceRef="startEvent_inside" targetRef="serviceTask_tellOthers"/>
                  <bpmn:serviceTask id="serviceTask_tellOthers" name="Tell others" camunda:asyncBefore="true" camunda:delegateExpression="${nobodysDelegate}">
                    <bpmn:documentation>If skipped, a person calls them.</bpmn:documentation>
                    <bpmn:extensionElements><camunda:properties><camunda:property name="skippable" value="true"/></camunda:properties></bpmn:extensionElements>
                  </bpmn:serviceTask>
                  <bpmn:sequenceFlow id="flow_c" sourceRef="serviceTask_tellOthers" targetRef="serviceTask_takeMoney"/>
                  <bpmn:serviceTask id="serviceTask_takeMoney" name="Take money" camunda:asyncBefore="true" camunda:delegateExpression="${nobodysDelegate}"/>
                </bpmn:subProcess>
              </bpmn:process>
            </bpmn:definitions>""";

    @Autowired
    StaffListener door;

    @Autowired
    ProcessEngine engine;

    @Autowired
    IdentityService identity;

    @Autowired
    FailedWork failures;

    @Autowired
    StandingSteps standing;

    @Autowired
    AuditTrail audit;

    @Autowired
    DeskWork desks;

    @Autowired
    ProcessDriver process;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Outbox outbox;

    String deployment;
    StaffBrowser mona;
    final String key = "OR-standing-" + UUID.randomUUID();

    @BeforeEach
    void aStepFails() {
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("standing.bpmn", MODEL)
                .deploy()
                .getId();
        mona = browser("mona", "managers");
        fail(key);
    }

    @AfterEach
    void forgetIt() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @Test
    void aFailedStepIsExplainedInWords() {
        assertThat(mona.get(PAGE).body())
                .contains(key, "Tell others", "Standing still", "nobodysDelegate", "What fails alike")
                .doesNotContain("??");
        assertThat(mona.get(PAGE + "/" + incident(key)).body())
                .contains("Step “Tell others” of “Standing still” was tried once", "After this step comes: Take money")
                .contains("process-instance/", "If skipped, a person calls them.")
                .doesNotContain("??");
        assertThat(mona.get(PAGE + "?process=standing&element=serviceTask_tellOthers&format=csv")
                        .body())
                .contains(key, "Tell others");
        assertThat(browser("olga", "order-desk").get(PAGE).statusCode()).isEqualTo(403);
        assertThat(mona.get(PAGE + "/nothing").statusCode()).isEqualTo(302);
        assertThat(mona.get(PAGE).body()).contains("This step waits no more");
    }

    @Test
    void aStepThatMayBeLeftOutIsLeftOutWithAReasonAndNoOther() {
        var id = incident(key);
        var skip = PAGE + "/" + id + "/skip";
        var refused = mona.submit(PAGE + "/" + id, skip, Map.of("reason", " "));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Say what was done by hand").doesNotContain("??");
        assertThat(process.hasJob(key, "serviceTask_tellOthers")).isTrue();

        mona.submit(PAGE + "/" + id, skip, Map.of("reason", "called them"));
        assertThat(mona.get(PAGE).body()).contains(key + " goes on without “Tell others”");
        assertThat(process.hasJob(key, "serviceTask_tellOthers")).isFalse();
        assertThat(audit.of(key)).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("failed-step-skipped");
            assertThat(entry.actor()).isEqualTo("mona");
            assertThat(entry.detail()).contains("Tell others", "called them");
        });

        breaks(key, "serviceTask_takeMoney");
        var money = incident(key);
        assertThat(mona.get(PAGE + "/" + money).body()).contains("This step cannot be left out");
        mona.submit(PAGE + "/" + money, PAGE + "/" + money + "/skip", Map.of("reason", "paid in cash"));
        assertThat(mona.get(PAGE).body()).contains("cannot go on without “Take money”");
        assertThat(process.hasJob(key, "serviceTask_takeMoney")).isTrue();
    }

    @Test
    void ofTwoManagersAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        var id = incident(key);
        var barrier = new CyclicBarrier(2);
        Callable<Boolean> manager = () -> {
            barrier.await();
            return catchThrowable(() -> standing.retry(id)) == null;
        };
        var both = Executors.newFixedThreadPool(2);
        try {
            var won = new ArrayList<Boolean>();
            for (var one : both.invokeAll(List.of(manager, manager))) {
                won.add(one.get());
            }
            assertThat(won).containsExactlyInAnyOrder(true, false);
        } finally {
            both.shutdown();
        }
        assertThat(catchThrowable(() -> standing.skip(id, "too late", "mona"))).isInstanceOf(Conflict.class);
        mona.submit(PAGE, PAGE + "/" + id + "/retry", Map.of());
        assertThat(mona.get(PAGE).body()).contains("somebody was faster").doesNotContain("??");
    }

    @Test
    void allThatFailsAlikeTriesAgainAtOnce() {
        fail(key + "-2");
        mona.submit(PAGE, PAGE + "/retry", Map.of("process", "standing", "element", "serviceTask_tellOthers"));
        assertThat(mona.get(PAGE).body()).contains("2 steps try again").doesNotContain("??");
        assertThat(failures.count(new FailedWork.Wanted(true, "standing", null)))
                .isZero();
    }

    @Test
    void whatTwoManagersTryAgainAtOnceEachStepIsTriedOnceAndKeptOnce() throws Exception {
        var cases = new ArrayList<>(List.of(key));
        for (var more = 2; more <= 20; more++) {
            cases.add(key + "-" + more);
            fail(key + "-" + more);
        }
        var barrier = new CyclicBarrier(2);
        Callable<Integer> manager = () -> {
            barrier.await();
            return standing.retryAlike("standing", "serviceTask_tellOthers");
        };
        var both = Executors.newFixedThreadPool(2);
        try {
            var again = 0;
            for (var one : both.invokeAll(List.of(manager, manager))) {
                again += one.get();
            }
            assertThat(again).isEqualTo(20);
        } finally {
            both.shutdown();
        }
        assertThat(cases.stream().mapToInt(one -> audit.of(one).size()).sum()).isEqualTo(20);
        assertThat(failures.count(new FailedWork.Wanted(true, "standing", null)))
                .isZero();
    }

    @Test
    void whatTheEngineDoesForItselfFailsInWordsAndTriesAgain() {
        engine.getHistoryService().cleanUpHistoryAsync(true);
        var job = engine.getHistoryService().findHistoryCleanupJobs().get(0).getId();
        engine.getManagementService().setJobRetries(job, 0);
        try {
            var page = PAGE
                    + "/"
                    + failures.list(FailedWork.Wanted.allSteps(), Paging.first()).items().stream()
                            .filter(failure -> job.equals(failure.step()))
                            .findFirst()
                            .orElseThrow()
                            .id();
            assertThat(mona.get(PAGE).body())
                    .contains("Housekeeping of the process engine")
                    .doesNotContain("??");
            assertThat(mona.get(page).body())
                    .contains("Housekeeping of the process engine", "This step cannot be left out")
                    .doesNotContain("??");
            assertThat(mona.get("/staff").body()).contains("Housekeeping of the process engine");
            mona.submit(page, page + "/retry", Map.of());
            assertThat(failures.standing(List.of(job))).isEmpty();
        } finally {
            engine.getManagementService().setJobRetries(job, 3);
        }
    }

    @Test
    void howOftenAStepWasTriedIsCountedWithoutReadingTheWholeLog() {
        var rows = String.valueOf(ReflectionTestUtils.getField(FailedWork.class, "ROWS"));
        var plan = new TransactionTemplate(transactions).execute(open -> {
            database.sql("SET LOCAL enable_seqscan = off").update();
            return database.sql("EXPLAIN " + rows)
                    .params(Map.of("id", "", "kinds", "steps", "process", "", "element", "", "size", 50, "offset", 0))
                    .query(String.class)
                    .list();
        });
        assertThat(String.join("\n", plan)).contains("act_hi_job_log").doesNotContain("Seq Scan on act_hi_job_log");
    }

    @Test
    void aQuestionThatOutlivesItsStepIsStillReadAndTakenBack() {
        fail(key + "-2");
        var page = PAGE + "/" + incident(key);
        var other = PAGE + "/" + incident(key + "-2");
        mona.submit(page, page + "/questions", Map.of("to", "desk:order-desk", "question", "Has it moved?"));
        mona.submit(other, other + "/questions", Map.of("to", "desk:order-desk", "question", "Who knows more?"));
        var answered = question();
        var open = question(key + "-2");
        assertThat(mona.get(PAGE).body()).doesNotContain(answered, open);

        new Staff(identity).hire("olga", "order-desk");
        desks.complete(answered, "userTask_answerQuestion", "olga", Map.of("questionAnswer", "Yes, to the south."));
        mona.submit(page, page + "/questions/" + answered + "/withdrawal", Map.of());
        assertThat(mona.get(page).body()).contains(answered + " is closed").doesNotContain("??");
        mona.submit(page, page + "/skip", Map.of("reason", "answered at this very moment"));
        assertThat(process.hasJob(key, "serviceTask_tellOthers")).isFalse();
        process.run(answered, "userTask_answerQuestion");
        standing.retry(incident(key + "-2"));

        assertThat(mona.get(PAGE).body())
                .contains("Questions about steps that wait no more", "Yes, to the south.", "Who knows more?", open)
                .doesNotContain("??");
        mona.submit(PAGE, PAGE + "/questions/" + open + "/withdrawal", Map.of());
        process.hasEndedBy(open, "endEvent_questionWithdrawn");
        assertThat(mona.get(PAGE).body())
                .contains("Question " + open + " is taken back")
                .doesNotContain("Who knows more?", "??");
    }

    @Test
    void aDeskIsAskedAndItsAnswerComesBack() {
        var page = PAGE + "/" + incident(key);
        var refused = mona.submit(page, page + "/questions", Map.of("to", "desk:nobody", "question", ""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Choose a desk or a person", "Write what you want to know")
                .doesNotContain("??");

        mona.submit(page, page + "/questions", Map.of("to", "desk:order-desk", "question", "Is it the right address?"));
        var number = question();
        assertThat(mona.get(page).body()).contains(number, "Is it the right address?", "Take " + number + " back");
        assertThat(process.factsOf(number, "userTask_answerQuestion"))
                .containsEntry("caseNumber", key)
                .containsEntry("step", "Tell others")
                .containsEntry("question", "Is it the right address?");
        assertThat(groupsOf(number)).containsExactly("order-desk");

        new Staff(identity).hire("olga", "order-desk");
        desks.complete(number, "userTask_answerQuestion", "olga", Map.of("questionAnswer", "No, it was moved."));
        process.run(number, "userTask_answerQuestion");
        process.hasEndedBy(number, "endEvent_questionAnswered");
        assertThat(mona.get(page).body())
                .contains("No, it was moved.", "olga answered")
                .doesNotContain("??");
        assertThat(mona.get(PAGE).body()).contains("Answered", "/staff/history/" + key);
        assertThat(mona.get("/staff/history/" + key).body())
                .contains("Is it the right address?", "No, it was moved.")
                .doesNotContain("??");
        mona.submit(page, page + "/questions/" + number + "/withdrawal", Map.of());
        assertThat(mona.get(page).body()).contains(number + " is closed");
    }

    @Test
    void aPersonIsAskedAndTheQuestionIsTakenBack() {
        new Staff(identity).hire("olga", "order-desk");
        var page = PAGE + "/" + incident(key);
        mona.submit(page, page + "/questions", Map.of("to", "person:olga", "question", "Do you know?"));
        var number = question();
        assertThat(process.taskAt(number, "userTask_answerQuestion").getAssignee())
                .isEqualTo("olga");
        assertThat(outbox.about(number))
                .as("it is nobody else's task")
                .extracting(OutboxLetter::template)
                .doesNotContain("task-opened");
        mona.submit(page, page + "/questions/" + number + "/withdrawal", Map.of());
        process.hasEndedBy(number, "endEvent_questionWithdrawn");
        assertThat(mona.get(page).body())
                .contains("mona took the question back")
                .doesNotContain("??");
    }

    @Test
    void whatAProcessReportsStandsByItself() {
        var here = engine.getRuntimeService()
                .createExecutionQuery()
                .processInstanceBusinessKey(key)
                .activityId("serviceTask_tellOthers")
                .singleResult();
        engine.getRuntimeService().createIncident("difference", here.getId(), null, "Something does not add up");
        assertThat(mona.get(PAGE + "?kind=reports").body())
                .contains("Something does not add up")
                .doesNotContain("Try again", "??");
    }

    private void fail(String about) {
        engine.getRuntimeService().startProcessInstanceByKey("standing", about);
        breaks(about, "serviceTask_tellOthers");
    }

    private void breaks(String about, String element) {
        catchThrowable(() -> process.run(about, element));
        engine.getManagementService()
                .setJobRetries(process.jobAt(about, element).getId(), 0);
    }

    private String incident(String about) {
        return failures.list(new FailedWork.Wanted(true, "standing", null), Paging.first()).items().stream()
                .filter(failure -> about.equals(failure.businessKey()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String question() {
        return question(key);
    }

    private String question(String about) {
        return database.sql("SELECT number FROM failed_step_question WHERE business_key = ?")
                .param(about)
                .query(String.class)
                .single();
    }

    private List<String> groupsOf(String number) {
        return engine
                .getTaskService()
                .getIdentityLinksForTask(
                        process.taskAt(number, "userTask_answerQuestion").getId())
                .stream()
                .map(link -> link.getGroupId())
                .toList();
    }

    private StaffBrowser browser(String person, String group) {
        new Staff(identity).hire(person, group);
        var browser = new StaffBrowser(door.port());
        browser.login(person, Staff.PASSWORD);
        return browser;
    }
}
