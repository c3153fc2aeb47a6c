package io.partnerflow.webhooks;

import io.partnerflow.webhooks.WebhookDelivery.Attempt;
import io.partnerflow.webhooks.WebhookDelivery.Status;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes what came of an attempt, when to try again, and when to give up. */
@Component
class DeliveryResults {

    private final DeliveryRows deliveries;
    private final EndpointRows endpoints;
    private final WebhookLetters letters;
    private final WebhookSettings settings;
    private final Clock clock;

    DeliveryResults(
            DeliveryRows deliveries,
            EndpointRows endpoints,
            WebhookLetters letters,
            WebhookSettings settings,
            Clock clock) {
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.letters = letters;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public void note(WebhookDelivery delivery, Attempt attempt) {
        deliveries.attempted(delivery.id(), attempt);
        if ("delivered".equals(attempt.outcome())) {
            deliveries.move(delivery.id(), Status.DELIVERED, null);
            endpoints.answered(delivery.endpoint());
            return;
        }
        endpoints.failed(delivery.endpoint(), clock.instant());
        var endpoint = endpoints.find(delivery.endpoint());
        tryAgainLater(delivery);
        endpoint.filter(WebhookEndpoint::active)
                .filter(one -> one.failures() >= settings.pauseAfter() || "gone".equals(attempt.outcome()))
                .ifPresent(this::pause);
    }

    private void tryAgainLater(WebhookDelivery delivery) {
        var test = "test.ping".equals(delivery.type());
        if (test || delivery.attempts() >= settings.pauses().size()) {
            deliveries.move(delivery.id(), Status.FAILED, null);
            endpoints.find(delivery.endpoint()).filter(one -> !test).ifPresent(one -> letters.givenUp(one, delivery));
        } else {
            var pause = settings.pauses().get(delivery.attempts());
            deliveries.move(delivery.id(), Status.WAITING, clock.instant().plus(pause));
        }
    }

    private void pause(WebhookEndpoint endpoint) {
        endpoints.status(endpoint.id(), "PAUSED");
        deliveries.all(endpoint.id(), "WAITING", "HELD", null);
        letters.paused(endpoint);
    }
}
