package io.partnerflow.webhooks;

import io.partnerflow.access.Caller;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was sent to an endpoint and what it answered, and sending it again. */
@Service
@Transactional
public class WebhookLog {

    private static final int TESTS_AT_ONCE = 3;

    private final Semaphore tests = new Semaphore(TESTS_AT_ONCE);
    private final Webhooks webhooks;
    private final DeliveryRows rows;
    private final DeliveryPlan plan;
    private final WebhookSender sender;
    private final Clock clock;

    WebhookLog(Webhooks webhooks, DeliveryRows rows, DeliveryPlan plan, WebhookSender sender, Clock clock) {
        this.webhooks = webhooks;
        this.rows = rows;
        this.plan = plan;
        this.sender = sender;
        this.clock = clock;
    }

    /**
     * Latest first.
     *
     * @param status name of a {@link WebhookDelivery.Status}; anything else for all
     * @throws NotFound if the organisation has no such endpoint
     */
    @Transactional(readOnly = true)
    public Page<WebhookDelivery> of(Caller caller, UUID endpoint, String status, Paging paging) {
        webhooks.get(caller, endpoint);
        var known = Arrays.stream(WebhookDelivery.Status.values())
                .anyMatch(one -> one.name().equals(status));
        return rows.of(endpoint, known ? status : "", paging.page(), paging.size());
    }

    /** One delivery with every attempt. */
    @Transactional(readOnly = true)
    public WebhookDelivery get(Caller caller, UUID endpoint, UUID id) {
        webhooks.get(caller, endpoint);
        return rows.find(id)
                .filter(one -> one.endpoint().equals(endpoint))
                .orElseThrow(() -> new NotFound("webhook-delivery", id));
    }

    /** Sends a message once more, as soon as the endpoint is not paused, with the id it always had: an endpoint that knows it already may pass it by. */
    public void replay(Caller caller, UUID endpoint, UUID id) {
        var active = webhooks.get(caller, endpoint).active();
        rows.again(get(caller, endpoint, id).id(), active ? clock.instant() : null);
    }

    /** Sends everything once more that was given up. @return how many */
    public int replayFailed(Caller caller, UUID endpoint) {
        return webhooks.get(caller, endpoint).active()
                ? rows.all(endpoint, "FAILED", "WAITING", clock.instant())
                : rows.all(endpoint, "FAILED", "HELD", null);
    }

    /**
     * Sends a message that says nothing but that messages arrive, and waits for the answer.
     *
     * @throws Conflict {@code webhook-test-running} if this node is waiting for the answers of others already
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public WebhookDelivery test(Caller caller, UUID endpoint) {
        var tested = webhooks.get(caller, endpoint);
        if (!tests.tryAcquire()) {
            throw new Conflict("webhook-test-running");
        }
        try {
            var id = plan.ping(tested);
            sender.send(id);
            return get(caller, endpoint, id);
        } finally {
            tests.release();
        }
    }
}
