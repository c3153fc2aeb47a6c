package io.partnerflow.webhooks;

import io.partnerflow.shared.BackgroundWork;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sends what is due in the background, several at the same time. What a node has taken and not finished, because it was
 * stopped, is free for others when its lease is over; the endpoint may then get the message twice, with the same id.
 */
@Component
public class WebhookSender implements SmartLifecycle {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LAST_MESSAGE = Duration.ofSeconds(16);

    private final DeliveryRows deliveries;
    private final EndpointRows endpoints;
    private final WebhookCourier courier;
    private final DeliveryResults results;
    private final WebhookSettings settings;
    private final Clock clock;
    private final BackgroundWork work;

    WebhookSender(
            DeliveryRows deliveries,
            EndpointRows endpoints,
            WebhookCourier courier,
            DeliveryResults results,
            WebhookSettings settings,
            Clock clock) {
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.courier = courier;
        this.results = results;
        this.settings = settings;
        this.clock = clock;
        this.work = new BackgroundWork("webhooks", settings.senders(), settings.pollInterval(), this::sendAndForget);
    }

    /**
     * Sends everything that is due now, one after the other.
     *
     * @return how many attempts were made
     */
    public int flush() {
        var made = 0;
        for (var next = deliveries.claim(clock.instant(), LEASE);
                next.isPresent();
                next = deliveries.claim(clock.instant(), LEASE)) {
            attempt(next.get());
            made++;
        }
        return made;
    }

    /** Sends one now, whatever else is due. */
    void send(UUID delivery) {
        deliveries.claim(delivery, clock.instant().plus(LEASE));
        deliveries.find(delivery).ifPresent(this::attempt);
    }

    private void attempt(WebhookDelivery delivery) {
        endpoints
                .find(delivery.endpoint())
                .ifPresent(endpoint -> results.note(delivery, courier.carry(delivery, endpoint.url())));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void onPlanned(DeliveryPlan.Planned planned) {
        work.wake();
    }

    @Override
    public void start() {
        if (settings.background()) {
            work.start();
        }
    }

    @Override
    public void stop() {
        work.stop(LAST_MESSAGE);
    }

    @Override
    public boolean isRunning() {
        return work.isRunning();
    }

    private void sendAndForget() {
        flush();
        deliveries.forget(clock.instant().minus(settings.kept()));
    }
}
