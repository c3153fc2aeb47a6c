package io.partnerflow.webhooks;

import io.partnerflow.access.Caller;
import io.partnerflow.audit.AuditTrail;
import io.partnerflow.events.EventTypes;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The endpoints of an organisation, for its administrators. */
@Service
@Transactional
public class Webhooks {

    private final SecureRandom random = new SecureRandom();
    private final EndpointRows rows;
    private final DeliveryRows deliveries;
    private final WebhookTargets targets;
    private final WebhookSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    Webhooks(
            EndpointRows rows,
            DeliveryRows deliveries,
            WebhookTargets targets,
            WebhookSettings settings,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.deliveries = deliveries;
        this.targets = targets;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param types names of event types; {@code *} alone for every one */
    public record Wanted(String url, Set<String> types) {}

    /** @param secret that signs; nobody can read it again */
    public record Made(WebhookEndpoint endpoint, String secret) {}

    /** Every endpoint of the organisation, oldest first. */
    @Transactional(readOnly = true)
    public List<WebhookEndpoint> of(Caller caller) {
        return rows.of(caller.mustBeAdministrator().actingFor());
    }

    /** @throws NotFound if the organisation has none with this id */
    @Transactional(readOnly = true)
    public WebhookEndpoint get(Caller caller, UUID id) {
        var organisation = caller.mustBeAdministrator().actingFor();
        return rows.find(id)
                .filter(one -> one.organisation().equals(organisation))
                .orElseThrow(() -> new NotFound("webhook", id));
    }

    /**
     * @throws Invalid if {@code url} leads where nothing is sent, or one of {@code types} does not exist
     * @throws Conflict {@code too-many-webhooks}
     */
    public Made make(Caller caller, Wanted wanted) {
        caller.mustBeAdministrator();
        check(wanted);
        if (rows.of(caller.actingFor()).size() >= settings.perOrganisation()) {
            throw new Conflict("too-many-webhooks", settings.perOrganisation());
        }
        var secret = WebhookSecret.random(random);
        var endpoint = new WebhookEndpoint(
                UUID.randomUUID(),
                caller.actingFor(),
                wanted.url().strip(),
                chosen(wanted),
                true,
                caller.userId(),
                caller.name(),
                clock.instant(),
                null,
                0,
                null);
        rows.insert(endpoint, secret);
        record("webhook-made", endpoint, endpoint.url());
        return new Made(endpoint, secret.shown());
    }

    /** Changes where it leads and what it hears of, from the next attempt on. */
    public WebhookEndpoint change(Caller caller, UUID id, Wanted wanted) {
        var endpoint = get(caller, id);
        check(wanted);
        rows.change(id, wanted.url().strip(), chosen(wanted));
        record("webhook-changed", endpoint, wanted.url().strip());
        return get(caller, id);
    }

    /** Makes a new secret; the old one signs beside it for a while, so that nothing is lost meanwhile. */
    public Made rotate(Caller caller, UUID id) {
        var endpoint = get(caller, id);
        var secret = WebhookSecret.random(random);
        rows.rotate(id, secret, clock.instant().plus(settings.secretOverlap()));
        record("webhook-secret-changed", endpoint, null);
        return new Made(get(caller, id), secret.shown());
    }

    /** What happens meanwhile is kept, and sent when it goes on. */
    public void pause(Caller caller, UUID id) {
        var endpoint = get(caller, id);
        if (rows.status(id, "PAUSED")) {
            deliveries.all(id, "WAITING", "HELD", null);
            record("webhook-paused", endpoint, null);
        }
    }

    /** Sends what was kept, and goes on. */
    public void resume(Caller caller, UUID id) {
        var endpoint = get(caller, id);
        if (rows.status(id, "ACTIVE")) {
            deliveries.all(id, "HELD", "WAITING", clock.instant());
            record("webhook-resumed", endpoint, null);
        }
    }

    /** Nothing is sent there any more; the log goes with it. */
    public void remove(Caller caller, UUID id) {
        var endpoint = get(caller, id);
        deliveries.all(id, "WAITING", "HELD", null);
        rows.status(id, "REMOVED");
        record("webhook-removed", endpoint, endpoint.url());
    }

    private void record(String action, WebhookEndpoint endpoint, @org.jspecify.annotations.Nullable String detail) {
        audit.record(action, endpoint.id().toString(), detail);
    }

    private static Set<String> chosen(Wanted wanted) {
        return wanted.types().contains("*") ? Set.of("*") : new LinkedHashSet<>(wanted.types());
    }

    private void check(Wanted wanted) {
        var problems = new Invalid.Collector();
        try {
            targets.look(wanted.url().strip(), InetAddress::getAllByName);
        } catch (WebhookTargets.Refused refused) {
            problems.reject("url", String.valueOf(refused.getMessage()), null);
        }
        if (wanted.types().isEmpty()) {
            problems.reject("types", "webhook-types-missing", null);
        }
        wanted.types().stream()
                .filter(type -> !"*".equals(type) && !EventTypes.known(type))
                .forEach(type -> problems.reject("types", "webhook-type-unknown", type, type));
        problems.throwIfAny();
    }
}
