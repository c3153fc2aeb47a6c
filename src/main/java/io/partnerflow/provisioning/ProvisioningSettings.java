package io.partnerflow.provisioning;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param tries how often a step is tried before a person is asked; fewer than the engine itself would try
 * @param firstQuestion how long to wait for a call-back before asking how far the system is; each pause is twice the last
 * @param longestPause between two such questions
 * @param answerReminder after how long the reseller is reminded of a question
 * @param answerPeriod after how long the question goes back to the desk
 */
@Validated
@ConfigurationProperties("partnerflow.provisioning")
record ProvisioningSettings(
        @Min(1) @Max(6) @DefaultValue("3") int tries,

        @NotNull @DurationMin(seconds = 1) @DefaultValue("1m")
        Duration firstQuestion,

        @NotNull @DurationMin(seconds = 1) @DefaultValue("4h")
        Duration longestPause,

        @NotNull @DurationMin(seconds = 1) @DefaultValue("2d")
        Duration answerReminder,

        @NotNull @DurationMin(seconds = 1) @DefaultValue("5d")
        Duration answerPeriod) {

    private static final int MOST_DOUBLINGS = 20;

    /** @param waits how many times the answer has been outstanding so far */
    Duration pause(int waits) {
        var pause = firstQuestion.multipliedBy(1L << Math.min(waits, MOST_DOUBLINGS));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
