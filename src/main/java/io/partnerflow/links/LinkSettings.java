package io.partnerflow.links;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param reminder how long after a request the organisation is reminded of it
 * @param period how long a request can be answered; longer than {@code reminder}
 */
@Validated
@ConfigurationProperties("partnerflow.links")
record LinkSettings(
        @NotNull @DefaultValue("14d") Duration reminder,
        @NotNull @DefaultValue("30d") Duration period) {

    LinkSettings {
        if (reminder.isNegative() || reminder.compareTo(period) >= 0) {
            throw new IllegalArgumentException("partnerflow.links.reminder must be shorter than period");
        }
    }
}
