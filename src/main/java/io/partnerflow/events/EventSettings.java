package io.partnerflow.events;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the journal is kept.
 *
 * @param background   whether events find their places on their own; off where only {@link EventJournal#write} shall
 * @param pollInterval how often to look for events another node has left behind, beside the wake-up after each commit
 */
@Validated
@ConfigurationProperties("partnerflow.events")
record EventSettings(
        @DefaultValue("true") boolean background,
        @NotNull @DefaultValue("5s") Duration pollInterval) {}
