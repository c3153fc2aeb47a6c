package io.partnerflow.onboarding;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param answerReminder how long after a question the applicant is reminded of it
 * @param answerPeriod how long a question can be answered; longer than {@code answerReminder}
 * @param linkValidity how long the link in our letters shows the application
 * @param knownPartnersFile whom the vendor knows to fulfil a precondition, see {@link KnownPartnersFile}; null for none
 */
@Validated
@ConfigurationProperties("partnerflow.onboarding")
record OnboardingSettings(
        @NotNull @DefaultValue("7d") Duration answerReminder,
        @NotNull @DefaultValue("14d") Duration answerPeriod,
        @NotNull @DefaultValue("180d") Duration linkValidity,
        Path knownPartnersFile) {

    OnboardingSettings {
        if (answerReminder != null && (answerReminder.isNegative() || answerReminder.compareTo(answerPeriod) >= 0)) {
            throw new IllegalArgumentException(
                    "partnerflow.onboarding.answer-reminder must be shorter than answer-period");
        }
    }
}
