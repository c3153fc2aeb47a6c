package io.partnerflow.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnerflow.events.Event;
import io.partnerflow.events.EventsWritten;
import io.partnerflow.web.PortalAddress;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Plans a delivery for each endpoint that wants to hear of an event, in the transaction that puts it into the journal. */
@Component
class DeliveryPlan {

    private final EndpointRows endpoints;
    private final DeliveryRows deliveries;
    private final PortalAddress portal;
    private final ObjectMapper json;
    private final Clock clock;
    private final ApplicationEventPublisher publisher;

    DeliveryPlan(
            EndpointRows endpoints,
            DeliveryRows deliveries,
            PortalAddress portal,
            ObjectMapper json,
            Clock clock,
            ApplicationEventPublisher publisher) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.portal = portal;
        this.json = json;
        this.clock = clock;
        this.publisher = publisher;
    }

    /** There is something to send. */
    record Planned() {}

    @EventListener
    void plan(EventsWritten written) {
        var organisations = written.events().stream().map(Event::organisation).collect(Collectors.toSet());
        var listeners =
                endpoints.of(organisations).stream().collect(Collectors.groupingBy(WebhookEndpoint::organisation));
        var planned = 0;
        for (var event : written.events()) {
            for (var endpoint : listeners.getOrDefault(event.organisation(), List.of())) {
                if (endpoint.all() || endpoint.types().contains(event.type())) {
                    plan(event, endpoint);
                    planned++;
                }
            }
        }
        if (planned > 0) {
            publisher.publishEvent(new Planned());
        }
    }

    private void plan(Event event, WebhookEndpoint endpoint) {
        var data = new LinkedHashMap<String, Object>();
        data.put("number", event.number());
        data.put("organisationId", event.organisation());
        data.put("href", portal.of("/api/v1/%s/%s".formatted(event.area(), event.number())));
        var body = body(event.id(), event.type(), event.at().toString(), data);
        deliveries.insert(
                new DeliveryRows.Planned(endpoint, event.position(), event.type(), event.number(), body),
                clock.instant());
    }

    /** A message that says nothing but that messages arrive. */
    UUID ping(WebhookEndpoint endpoint) {
        var now = clock.instant();
        var data = Map.<String, Object>of("organisationId", endpoint.organisation());
        var body = body(UUID.randomUUID(), "test.ping", now.toString(), data);
        return deliveries.insert(new DeliveryRows.Planned(endpoint, null, "test.ping", "-", body), now);
    }

    private String body(UUID id, String type, String at, Map<String, Object> data) {
        var message = new LinkedHashMap<String, Object>();
        message.put("id", id);
        message.put("type", type);
        message.put("timestamp", at);
        message.put("data", data);
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
