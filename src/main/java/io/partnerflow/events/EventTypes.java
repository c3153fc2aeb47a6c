package io.partnerflow.events;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What programs are told of, by the names the audit trail has for it. What is the vendor's own matter (checks, scores,
 * dunning, payout runs) is not among it.
 */
public final class EventTypes {

    /** @param action as the audit trail names it */
    private record Type(String action, String name, String area) {}

    private static final List<Type> ALL = List.of(
            new Type("trial-started", "trial.started", "trials"),
            new Type("trial-account-created", "trial.ready", "trials"),
            new Type("trial-users-changed", "trial.users-changed", "trials"),
            new Type("trial-extended", "trial.extended", "trials"),
            new Type("trial-deactivated", "trial.ended", "trials"),
            new Type("data-returned", "trial.data-returned", "trials"),
            new Type("trial-purged", "trial.purged", "trials"),
            new Type("trial-message-written", "trial.message-written", "trials"),
            new Type("offer-sent", "offer.sent", "offers"),
            new Type("offer-question-asked", "offer.question-asked", "offers"),
            new Type("offer-accepted", "offer.accepted", "offers"),
            new Type("offer-declined", "offer.declined", "offers"),
            new Type("offer-expired", "offer.expired", "offers"),
            new Type("offer-withdrawn", "offer.withdrawn", "offers"),
            new Type("offer-message-written", "offer.message-written", "offers"),
            new Type("order-started", "order.started", "orders"),
            new Type("order-registered", "order.registered", "orders"),
            new Type("order-agreement-sent", "order.agreement-sent", "orders"),
            new Type("order-agreement-uploaded", "order.agreement-uploaded", "orders"),
            new Type("order-agreement-returned", "order.agreement-returned", "orders"),
            new Type("order-agreement-concluded", "order.agreement-concluded", "orders"),
            new Type("order-agreement-lapsed", "order.agreement-lapsed", "orders"),
            new Type("order-agreement-voided", "order.agreement-voided", "orders"),
            new Type("order-account-question", "order.account-question", "orders"),
            new Type("order-account-ready", "order.account-ready", "orders"),
            new Type("order-shipped", "order.shipped", "orders"),
            new Type("order-delivered", "order.delivered", "orders"),
            new Type("order-activated", "order.activated", "orders"),
            new Type("order-invoiced", "order.invoiced", "orders"),
            new Type("order-completed", "order.completed", "orders"),
            new Type("order-rejected", "order.rejected", "orders"),
            new Type("order-declined", "order.declined", "orders"),
            new Type("order-cancelled", "order.cancelled", "orders"),
            new Type("order-lapsed", "order.lapsed", "orders"),
            new Type("order-message-written", "order.message-written", "orders"),
            new Type("subscription-activated", "subscription.activated", "subscriptions"),
            new Type("subscription-renewed", "subscription.renewed", "subscriptions"),
            new Type("change-scheduled", "subscription.change-scheduled", "subscriptions"),
            new Type("change-edited", "subscription.change-edited", "subscriptions"),
            new Type("change-withdrawn", "subscription.change-withdrawn", "subscriptions"),
            new Type("po-reference-changed", "subscription.po-reference-changed", "subscriptions"),
            new Type("subscription-ended", "subscription.ended", "subscriptions"),
            new Type("subscription-closed", "subscription.closed", "subscriptions"),
            new Type("invoice-issued", "invoice.issued", "invoices"),
            new Type("invoice-paid", "invoice.paid", "invoices"),
            new Type("credit-note-issued", "credit-note.issued", "invoices"),
            new Type("statement-sent", "statement.sent", "statements"),
            new Type("statement-disputed", "statement.disputed", "statements"),
            new Type("dispute-decided", "statement.dispute-decided", "statements"),
            new Type("compensation-billed", "statement.billed", "statements"),
            new Type("shipment-sent", "shipment.sent", "shipments"),
            new Type("shipment-receipt", "shipment.receipt-confirmed", "shipments"),
            new Type("shipment-incomplete", "shipment.incomplete", "shipments"),
            new Type("shipment-lost", "shipment.lost", "shipments"),
            new Type("return-begun", "return.begun", "returns"),
            new Type("devices-received", "return.devices-received", "returns"),
            new Type("return-completed", "return.completed", "returns"),
            new Type("return-message-written", "return.message-written", "returns"));

    private static final Map<String, Type> BY_ACTION =
            ALL.stream().collect(Collectors.toMap(Type::action, Function.identity()));

    private EventTypes() {}

    /** Every type's name, in the order people read them in. */
    public static List<String> names() {
        return ALL.stream().map(Type::name).toList();
    }

    public static boolean known(String name) {
        return ALL.stream().anyMatch(type -> type.name().equals(name));
    }

    /** Which scope's reading the type needs, such as {@code orders}; null if there is no such type. */
    public static @Nullable String area(String name) {
        return ALL.stream()
                .filter(type -> type.name().equals(name))
                .map(Type::area)
                .findFirst()
                .orElse(null);
    }

    /** The type of what the audit trail calls so; empty for what is nobody's outside. */
    static Optional<String> of(String action) {
        return Optional.ofNullable(BY_ACTION.get(action)).map(Type::name);
    }
}
