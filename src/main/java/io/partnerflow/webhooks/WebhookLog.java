package io.partnerflow.webhooks;

import io.partnerflow.access.Caller;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was sent to an endpoint and what it answered, and sending it again. */
@Service
@Transactional
public class WebhookLog {

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

    /** Sends a message once more, with the id it always had: an endpoint that knows it already may pass it by. */
    public void replay(Caller caller, UUID endpoint, UUID id) {
        rows.again(get(caller, endpoint, id).id(), clock.instant());
    }

    /** Sends everything once more that was given up. @return how many */
    public int replayFailed(Caller caller, UUID endpoint) {
        webhooks.get(caller, endpoint);
        return rows.all(endpoint, "FAILED", "WAITING", clock.instant());
    }

    /** Sends a message that says nothing but that messages arrive, and waits for the answer. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public WebhookDelivery test(Caller caller, UUID endpoint) {
        var id = plan.ping(webhooks.get(caller, endpoint));
        sender.send(id);
        return get(caller, endpoint, id);
    }
}
