package io.partnerflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.partnerflow.PartnerflowTest;
import javax.sql.DataSource;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ParseUtil;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the running engine is really set to. */
@PartnerflowTest
class EngineSettingsTest {

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    CamundaBpmProperties starter;

    @Autowired
    DataSource pool;

    @Autowired
    JdbcClient database;

    @Test
    void expressionsAreOffInEveryQueryAndPasswordsArePoliced() {
        var softly = new SoftAssertions();
        softly.assertThat(engine.isAuthorizationEnabled()).isTrue();
        softly.assertThat(engine.isEnableExpressionsInAdhocQueries()).isFalse();
        softly.assertThat(engine.isEnableExpressionsInStoredQueries()).isFalse();
        softly.assertThat(engine.isDeserializationTypeValidationEnabled()).isTrue();
        softly.assertThat(engine.isJavaSerializationFormatEnabled()).isFalse();
        softly.assertThat(engine.isEnableXxeProcessing()).isFalse();
        softly.assertThat(engine.isEnablePasswordPolicy()).isTrue();
        softly.assertThat(engine.getQueryMaxResultsLimit()).isEqualTo(2000);
        softly.assertThat(engine.getLoginMaxAttempts()).isEqualTo(1000);
        softly.assertThat(engine.getLoginDelayMaxTime()).isEqualTo(60);
        softly.assertThat(engine.getDefaultUserPermissionNameForTask()).isEqualTo("TASK_WORK");
        softly.assertThat(engine.isCmmnEnabled()).isFalse();
        softly.assertThat(engine.isStandaloneTasksEnabled()).isFalse();
        softly.assertThat(engine.getExpressionManager()).isInstanceOf(GuardedExpressions.class);
        softly.assertAll();
    }

    @Test
    void jobsAreTakenInSmallSharesAndComeBackSoonWhenANodeDies() {
        var jobs = starter.getJobExecution();
        var softly = new SoftAssertions();
        softly.assertThat(jobs.getCorePoolSize()).isEqualTo(4);
        softly.assertThat(jobs.getMaxPoolSize()).isEqualTo(4);
        softly.assertThat(jobs.getQueueCapacity()).isEqualTo(12);
        softly.assertThat(jobs.getMaxJobsPerAcquisition()).isEqualTo(8);
        softly.assertThat(jobs.getWaitTimeInMillis()).isEqualTo(1000);
        softly.assertThat(jobs.getMaxWait()).isEqualTo(5000);
        softly.assertThat(jobs.getLockTimeInMillis()).isEqualTo(60_000);
        softly.assertThat(jobs.getBackoffTimeInMillis()).isEqualTo(25);
        softly.assertThat(jobs.getMaxBackoff()).isEqualTo(400);
        softly.assertThat(engine.isJobExecutorAcquireByPriority()).isFalse();
        softly.assertThat(engine.isJobExecutorAcquireByDueDate()).isTrue();
        softly.assertThat(engine.isEnsureJobDueDateNotNull()).isTrue();
        softly.assertThat(engine.isJdbcBatchProcessing()).isTrue();
        softly.assertThat(engine.getDefaultNumberOfRetries()).isEqualTo(3);
        softly.assertAll();
    }

    @Test
    void aFailedStepIsTriedSevenTimesOverFiveHours() {
        var retries = ParseUtil.parseRetryIntervals(engine.getFailedJobRetryTimeCycle());
        assertThat(retries.getRetries()).isEqualTo(7);
        assertThat(retries.getRetryIntervals()).containsExactly("PT10S", "PT1M", "PT5M", "PT15M", "PT1H", "PT4H");
    }

    @Test
    void historyIsCompleteAndEnds() {
        var softly = new SoftAssertions();
        softly.assertThat(engine.getHistoryLevel().getName()).isEqualTo("full");
        softly.assertThat(engine.isEnforceHistoryTimeToLive()).isTrue();
        softly.assertThat(engine.getHistoryTimeToLive()).isEqualTo("P180D");
        softly.assertThat(engine.getHistoryCleanupStrategy()).isEqualTo("removalTimeBased");
        softly.assertThat(engine.getHistoryCleanupBatchWindowStartTime()).startsWith("02:00");
        softly.assertThat(engine.getHistoryCleanupBatchWindowEndTime()).startsWith("05:00");
        softly.assertThat(engine.getHistoryCleanupBatchSize()).isEqualTo(200);
        softly.assertThat(engine.getHistoryCleanupDegreeOfParallelism()).isEqualTo(1);
        softly.assertThat(engine.getHistoryCleanupJobLogTimeToLive()).isEqualTo("P14D");
        softly.assertThat(engine.getBatchOperationHistoryTimeToLive()).isEqualTo("P14D");
        softly.assertThat(engine.getTaskMetricsTimeToLive()).isEqualTo("P90D");
        softly.assertAll();
    }

    @Test
    void errorsNobodyCatchesAreNotSwallowed() {
        var softly = new SoftAssertions();
        softly.assertThat(engine.isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
        softly.assertThat(engine.isEnableReducedJobExceptionLogging()).isTrue();
        softly.assertThat(engine.isSkipOutputMappingOnCanceledActivities()).isTrue();
        softly.assertThat(engine.isDbMetricsReporterActivate()).isFalse();
        softly.assertThat(starter.getEventing().isExecution()).isFalse();
        softly.assertThat(starter.getEventing().isTask()).isFalse();
        softly.assertThat(starter.getEventing().isHistory()).isFalse();
        softly.assertAll();
    }

    @Test
    void thePoolHasRoomForJobsAndPagesAndFailsFast() {
        var hikari = (HikariDataSource) pool;
        assertThat(hikari.getMaximumPoolSize()).isEqualTo(16);
        assertThat(hikari.getConnectionTimeout()).isEqualTo(5000);
        assertThat(hikari.getMaxLifetime()).isEqualTo(600_000);
        assertThat(hikari.getKeepaliveTime()).isEqualTo(120_000);
        assertThat(hikari.getDataSourceProperties())
                .containsEntry("tcpKeepAlive", "true")
                .containsEntry("ApplicationName", "partnerflow");
    }

    @Test
    void dueJobsAreFoundByAnIndex() {
        assertThat(database.sql("SELECT indexdef FROM pg_indexes WHERE indexname = 'pf_job_due'")
                        .query(String.class)
                        .single())
                .contains("act_ru_job", "duedate_");
    }
}
