package io.partnerflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.shared.Invalid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PartnerflowTest
class SimulationTest {

    @Autowired
    Simulation simulation;

    @Autowired
    Clock clock;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @AfterEach
    void backToRealTime() {
        simulation.endAtRealTime();
    }

    @Test
    void doesWhatFallsDueAtItsOwnMomentAndInOrder() {
        deployThreeTimers();
        var start = clock.instant();
        var instance = runtime.startProcessInstanceByKey(
                "three-timers", UUID.randomUUID().toString());

        simulation.moveTo(start.plus(Duration.ofDays(400)));

        assertThat(happenedAt(instance.getId(), "event_first"))
                .isCloseTo(start.plus(Duration.ofDays(30)), within(5, ChronoUnit.SECONDS));
        assertThat(happenedAt(instance.getId(), "event_second"))
                .isCloseTo(start.plus(Duration.ofDays(90)), within(10, ChronoUnit.SECONDS));
        assertThat(clock.instant()).isCloseTo(start.plus(Duration.ofDays(400)), within(10, ChronoUnit.SECONDS));
        assertThat(ClockUtil.now().toInstant()).isCloseTo(clock.instant(), within(1, ChronoUnit.SECONDS));
    }

    @Test
    void neverGoesBack() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> simulation.moveTo(clock.instant().minusSeconds(60)))
                .satisfies(invalid -> assertThat(invalid.fields().get(0).code()).isEqualTo("clock-only-forward"));
    }

    private Instant happenedAt(String instance, String event) {
        return history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .activityId(event)
                .singleResult()
                .getEndTime()
                .toInstant();
    }

    private void deployThreeTimers() {
        var model = Bpmn.createExecutableProcess("three-timers")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .intermediateCatchEvent("event_first")
                .timerWithDuration("P30D")
                .intermediateCatchEvent("event_second")
                .timerWithDuration("P60D")
                .endEvent()
                .done();
        repository
                .createDeployment()
                .addModelInstance("three-timers.bpmn", model)
                .deploy();
    }
}
