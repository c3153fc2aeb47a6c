package io.partnerflow.api;

import io.partnerflow.access.Caller;
import io.partnerflow.access.CurrentCaller;
import io.partnerflow.events.EventTypes;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.webhooks.WebhookDelivery;
import io.partnerflow.webhooks.WebhookEndpoint;
import io.partnerflow.webhooks.WebhookLog;
import io.partnerflow.webhooks.Webhooks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/webhooks")
@Tag(
        name = "Webhooks",
        description =
                "Addresses that are told what happens, for administrators. Messages follow Standard Webhooks: headers "
                        + "webhook-id, webhook-timestamp and webhook-signature (v1, HMAC-SHA256 of id.timestamp.body). "
                        + "Any 2xx counts as received; anything else is tried again after 15 min, 30 min, 2 h, 12 h and "
                        + "1 d. The same id may come twice. A key needs to be able to read what it lets an endpoint "
                        + "hear of, such as orders:read for order.completed.")
class WebhooksController {

    private final Webhooks webhooks;
    private final WebhookLog log;
    private final CurrentCaller callers;

    WebhooksController(Webhooks webhooks, WebhookLog log, CurrentCaller callers) {
        this.webhooks = webhooks;
        this.log = log;
        this.callers = callers;
    }

    @GetMapping
    @Operation(summary = "Every endpoint of the organisation, oldest first")
    Page<WebhookAnswer> all() {
        return Page.all(webhooks.of(callers.require())).map(WebhookAnswer::of);
    }

    @PostMapping
    @OnlyOnce
    @Operation(
            summary = "Add an endpoint",
            description = "Its secret is in this answer only; the same call again gets the answer without it, and "
                    + "/secret makes a new one. The address is https and on the public internet.")
    ResponseEntity<WebhookAnswer> make(@RequestBody NewWebhook wanted) {
        var made = webhooks.make(mayHearOf(wanted.heard()), wanted.wanted());
        return ResponseEntity.created(
                        URI.create("/api/v1/webhooks/" + made.endpoint().id()))
                .body(WebhookAnswer.of(made));
    }

    @GetMapping("/{id}")
    @Edited
    @Operation(summary = "One endpoint")
    WebhookAnswer one(@PathVariable UUID id) {
        return WebhookAnswer.of(webhooks.get(callers.require(), id));
    }

    @PutMapping("/{id}")
    @IfUnchanged(of = WebhooksController.class)
    @Operation(summary = "Change where it leads, what it hears of, and whether it is paused")
    WebhookAnswer change(@PathVariable UUID id, @RequestBody NewWebhook wanted) {
        var caller = mayHearOf(wanted.heard());
        webhooks.change(caller, id, wanted.wanted());
        if (Boolean.FALSE.equals(wanted.active())) {
            webhooks.pause(caller, id);
        } else if (wanted.active() != null) {
            webhooks.resume(caller, id);
        }
        return one(id);
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Remove an endpoint and its log")
    ResponseEntity<Void> remove(@PathVariable UUID id) {
        webhooks.remove(callers.require(), id);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/secret")
    @OnlyOnce
    @Operation(
            summary = "Make a new secret",
            description =
                    "It is in this answer only; the same call again gets the answer without it. The old one signs "
                            + "beside it for 24 hours.")
    ResponseEntity<WebhookAnswer> rotate(@PathVariable UUID id) {
        return ResponseEntity.ok(WebhookAnswer.of(webhooks.rotate(callers.require(), id)));
    }

    @PostMapping("/{id}/test")
    @Operation(summary = "Send a test.ping now and say what came back")
    DeliveryAnswer test(@PathVariable UUID id) {
        return DeliveryAnswer.of(log.test(callers.require(), id));
    }

    @GetMapping("/{id}/deliveries")
    @Operation(
            summary = "What was sent to an endpoint, latest first; kept for 30 days",
            description = "status: WAITING, HELD, DELIVERED or FAILED; empty for all.")
    Page<DeliveryAnswer> deliveries(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return log.of(mayHearOf(id), id, status, new Paging(page, size, null, ""))
                .map(DeliveryAnswer::of);
    }

    @GetMapping("/{id}/deliveries/{delivery}")
    @Operation(summary = "One delivery with every attempt")
    DeliveryAnswer delivery(@PathVariable UUID id, @PathVariable UUID delivery) {
        return DeliveryAnswer.of(log.get(mayHearOf(id), id, delivery));
    }

    @PostMapping("/{id}/deliveries/{delivery}/replay")
    @Operation(summary = "Send a message once more, with the id it always had")
    ResponseEntity<Void> replay(@PathVariable UUID id, @PathVariable UUID delivery) {
        log.replay(callers.require(), id, delivery);
        return ResponseEntity.accepted().build();
    }

    @PostMapping("/{id}/replay")
    @Operation(summary = "Send everything once more that was given up")
    ReplayAnswer replayFailed(@PathVariable UUID id) {
        return new ReplayAnswer(log.replayFailed(callers.require(), id));
    }

    private Caller mayHearOf(UUID id) {
        return mayHearOf(webhooks.get(callers.require(), id).types());
    }

    /**
     * A key hears through an endpoint of no more than it may read itself.
     *
     * @throws RefusedCall 403 {@code scope-missing}
     */
    private Caller mayHearOf(Set<String> types) {
        var caller = callers.require();
        var names = types.contains("*") ? EventTypes.names() : types;
        names.stream()
                .map(EventTypes::area)
                .filter(Objects::nonNull)
                .map(area -> area + ":read")
                .filter(callers::lacks)
                .findFirst()
                .ifPresent(scope -> {
                    throw new RefusedCall(403, "scope-missing", scope);
                });
        return caller;
    }

    @Schema(name = "Replay")
    record ReplayAnswer(
            @Schema(description = "How many messages are sent again.")
            int messages) {}

    @Schema(name = "NewWebhook")
    record NewWebhook(
            @Schema(example = "https://erp.example.com/hooks/partnerflow") @Nullable
            String url,

            @Schema(description = "Event types; * alone for every one.", example = "[\"order.completed\"]") @Nullable
            List<String> types,

            @Schema(description = "false pauses it, true lets it go on; only with PUT.") @Nullable
            Boolean active) {

        Webhooks.Wanted wanted() {
            return new Webhooks.Wanted(url == null ? "" : url, heard());
        }

        Set<String> heard() {
            return types == null
                    ? Set.of()
                    : types.stream().map(String::valueOf).collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    @Schema(name = "Webhook")
    record WebhookAnswer(
            UUID id,
            String url,
            Set<String> types,
            boolean active,

            @Schema(description = "Attempts that have failed since the last one that did not.")
            int failures,

            @Nullable Instant failingSince,

            @Schema(description = "How long the secret before this one signs as well; absent if none does.") @Nullable
            Instant oldSecretUntil,

            @Schema(description = "Only when it was just made.", example = "whsec_…") @Nullable
            String secret)
            implements TellsOnce, Editable {

        static WebhookAnswer of(WebhookEndpoint endpoint) {
            return of(endpoint, null);
        }

        static WebhookAnswer of(Webhooks.Made made) {
            return of(made.endpoint(), made.secret());
        }

        @Override
        public WebhookAnswer withoutSecret() {
            return new WebhookAnswer(id, url, types, active, failures, failingSince, oldSecretUntil, null);
        }

        /** Whether it answers is nobody's edition: it would be another with every attempt. */
        @Override
        public WebhookAnswer edition() {
            return new WebhookAnswer(id, url, types, active, 0, null, oldSecretUntil, null);
        }

        private static WebhookAnswer of(WebhookEndpoint one, @Nullable String secret) {
            return new WebhookAnswer(
                    one.id(),
                    one.url(),
                    one.types(),
                    one.active(),
                    one.failures(),
                    one.failingSince(),
                    one.oldUntil(),
                    secret);
        }
    }

    @Schema(name = "WebhookDelivery")
    record DeliveryAnswer(
            UUID id,
            String type,
            String number,

            @Schema(description = "WAITING, HELD (the endpoint is paused), DELIVERED or FAILED (given up).")
            String status,

            Instant createdAt,
            @Nullable Instant nextAttemptAt,

            @Schema(description = "As it is sent.") String body,

            @Schema(description = "Every attempt, oldest first; only where one delivery is read.")
            List<WebhookDelivery.Attempt> attempts) {

        static DeliveryAnswer of(WebhookDelivery one) {
            return new DeliveryAnswer(
                    one.id(),
                    one.type(),
                    one.number(),
                    one.status().name(),
                    one.createdAt(),
                    one.nextAttemptAt(),
                    one.body(),
                    one.log());
        }
    }
}
