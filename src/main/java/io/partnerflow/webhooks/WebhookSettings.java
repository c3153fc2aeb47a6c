package io.partnerflow.webhooks;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.validation.annotation.Validated;

/**
 * How webhooks are sent.
 *
 * @param pauses          before the second, third … attempt; after the last one a delivery is given up
 * @param timeout         for a whole attempt
 * @param pauseAfter      failed attempts in a row an endpoint is paused
 * @param secretOverlap   how long the old secret signs as well after a new one was made
 * @param kept            how long the log is kept
 * @param perOrganisation endpoints at most
 * @param senders         of this node at the same time
 * @param localEndpoints  whether http to this machine is allowed; null for in a demo only
 * @param secretKeys      32 bytes in Base64 each: the first locks the secrets that are stored, the others open what they
 *                        locked before; none to store them as they are
 * @param trustedCertificates PEM file of certificates that are believed beside those Java believes; null for none
 * @param background      whether deliveries leave on their own; off where only {@link WebhookSender#flush} shall send
 * @param pollInterval    how often to look for what is due, beside the wake-up after each commit
 */
@Validated
@ConfigurationProperties("partnerflow.webhooks")
record WebhookSettings(
        @NotEmpty @DefaultValue({"15m", "30m", "2h", "12h", "1d"})
        List<Duration> pauses,

        @NotNull @DefaultValue("15s") Duration timeout,
        @Min(1) @DefaultValue("30") int pauseAfter,
        @NotNull @DefaultValue("24h") Duration secretOverlap,
        @NotNull @DefaultValue("30d") Duration kept,
        @Min(1) @DefaultValue("20") int perOrganisation,
        @Min(1) @DefaultValue("4") int senders,
        @Nullable Boolean localEndpoints,
        @DefaultValue List<String> secretKeys,
        @Nullable Resource trustedCertificates,
        @DefaultValue("true") boolean background,
        @NotNull @DefaultValue("5s") Duration pollInterval) {

    /** Without the keys: settings are printed into logs and the words of exceptions. */
    @Override
    public String toString() {
        return "WebhookSettings[%d secret keys]".formatted(secretKeys.size());
    }
}
