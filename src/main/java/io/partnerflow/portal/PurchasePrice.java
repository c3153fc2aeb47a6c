package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.orders.Estimates;
import io.partnerflow.orders.OrderEstimate;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderWords;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a typed purchase costs. */
@Component
class PurchasePrice {

    private final Estimates estimates;
    private final OrderWords words;

    PurchasePrice(Estimates estimates, OrderWords words) {
        this.estimates = estimates;
        this.words = words;
    }

    /**
     * The price of what could be bought like this.
     *
     * @throws Invalid naming every answer that cannot be accepted, and what else stands in the way
     */
    OrderEstimate toReview(Caller caller, UUID customer, TypedPurchase typed) {
        try {
            return estimates.toReview(typed.wanted(caller, customer, null), OrderFields.API);
        } catch (Conflict conflict) {
            throw Invalid.because(conflict, "");
        }
    }

    /** @throws Invalid naming every answer that a price cannot be said for */
    OrderEstimate of(Caller caller, UUID customer, TypedPurchase typed) {
        return estimates.of(typed.wanted(caller, customer, null), OrderFields.API);
    }

    /** Changes whenever an amount or a date of an invoice does. */
    static String inShort(OrderEstimate order) {
        return order.orderDate() + "/" + order.estimate().contractValue() + "/"
                + order.estimate().invoices().stream()
                        .map(invoice -> invoice.net().toString())
                        .findFirst()
                        .orElse("");
    }

    /** How each line's amount came about, in words. */
    List<String> formulas(OrderEstimate order, Locale language) {
        return order.estimate().lines().stream()
                .map(line -> words.formula(line.formula(), language))
                .toList();
    }
}
