package io.partnerflow.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one endpoint.
 *
 * @param type          of the event; {@code test.ping} for a test
 * @param number        of what it is about; {@code -} for a test
 * @param body          as it is sent, the same with every attempt
 * @param attempts      since it was planned, or sent again by hand
 * @param nextAttemptAt null if none is planned
 * @param log           every attempt, oldest first; empty in lists
 */
public record WebhookDelivery(
        UUID id,
        UUID endpoint,
        String type,
        String number,
        String body,
        Status status,
        int attempts,
        @Nullable Instant nextAttemptAt,
        Instant createdAt,
        List<Attempt> log) {

    public WebhookDelivery {
        log = List.copyOf(log);
    }

    public enum Status {
        /** Sent, or sent again, as soon as it is due. */
        WAITING,
        /** Kept while the endpoint is paused. */
        HELD,
        DELIVERED,
        /** Given up after the last attempt. */
        FAILED
    }

    /**
     * @param address    that was connected to; null if it did not come to that
     * @param httpStatus of the answer; null for none
     * @param outcome    kebab-case: {@code delivered}, {@code answered}, {@code redirect}, {@code timeout}, …
     * @param answer     the beginning of what came back; null for nothing
     */
    public record Attempt(
            Instant at,
            int millis,
            @Nullable String address,
            @Nullable Integer httpStatus,
            String outcome,
            @Nullable String answer) {}
}
