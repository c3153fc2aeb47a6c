package io.partnerflow.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final long LAST_MILLIS = 16_000;

    private final DeliveryRows deliveries;
    private final EndpointRows endpoints;
    private final WebhookCourier courier;
    private final DeliveryResults results;
    private final WebhookSettings settings;
    private final Clock clock;
    private final Semaphore wakeUps = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

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
        wakeUps.release(settings.senders());
    }

    @Override
    public void start() {
        if (settings.background()) {
            running = true;
            for (var number = 0; number < settings.senders(); number++) {
                var thread = new Thread(this::work, "webhooks-" + number);
                thread.setDaemon(true);
                threads.add(thread);
                thread.start();
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        wakeUps.release(settings.senders());
        try {
            for (var thread : threads) {
                thread.join(LAST_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            try {
                flush();
                deliveries.forget(clock.instant().minus(settings.kept()));
                wakeUps.tryAcquire(settings.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                running = false;
            } catch (RuntimeException e) {
                LOG.warn("webhooks could not be sent and are tried again: {}", e.toString());
                wakeUps.drainPermits();
                pauseAfterTrouble();
            }
        }
    }

    private void pauseAfterTrouble() {
        try {
            wakeUps.tryAcquire(settings.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
