package io.partnerflow.offers;

import io.partnerflow.mandates.Mandates;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.orders.Orders;
import io.partnerflow.orders.WantedOrder;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Typed;
import io.partnerflow.shared.VendorCalendar;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Makes the order of an accepted offer, with the mandate its rates are debited by. */
@Component
class OfferOrder {

    private static final int LONGEST_NAME = 100;

    private final OrderManagement orders;
    private final Orders placed;
    private final Mandates mandates;
    private final VendorCalendar calendar;

    OfferOrder(OrderManagement orders, Orders placed, Mandates mandates, VendorCalendar calendar) {
        this.orders = orders;
        this.placed = placed;
        this.mandates = mandates;
        this.calendar = calendar;
    }

    /** @throws Invalid naming every bad field of the acceptance */
    void check(Acceptance acceptance, ProgrammePolicy policy) {
        var problems = new Invalid.Collector();
        Typed.line("name", acceptance.name(), LONGEST_NAME, problems);
        Typed.email("email", acceptance.email(), problems);
        if (policy.directDebit() != null) {
            checkAccount(acceptance, problems);
        }
        if (acceptance.terms() == null) {
            problems.reject("terms", "terms-not-accepted", null, policy.termsVersion());
        } else if (!acceptance.terms().equals(policy.termsVersion())) {
            problems.reject("terms", "terms-outdated", acceptance.terms(), policy.termsVersion());
        }
        problems.throwIfAny();
    }

    private void checkAccount(Acceptance acceptance, Invalid.Collector problems) {
        try {
            mandates.check(acceptance.accountHolder(), acceptance.iban(), acceptance.bic());
        } catch (Invalid account) {
            account.fields().forEach(problems::add);
        }
    }

    /**
     * @return its number
     * @throws Conflict {@code offer-price-changed} if the order would cost anything else than was offered (W-16), or if the
     *     customer gets nothing new at the moment
     */
    String place(OfferView offer, Acceptance acceptance, ProgrammePolicy policy) {
        var order = orders.place(wanted(offer, acceptance), OrderFields.FORM);
        var price = Objects.requireNonNull(placed.get(order).price());
        if (!price.contractValue().equals(offer.commission().fullTermValue())) {
            throw new Conflict("offer-price-changed", offer.number());
        }
        if (policy.directDebit() != null) {
            mandates.prepare(order, offer.customer(), acceptance.accountHolder(), acceptance.iban(), acceptance.bic());
        }
        return order;
    }

    private WantedOrder wanted(OfferView offer, Acceptance acceptance) {
        return new WantedOrder(
                offer.reseller(),
                offer.programme(),
                offer.customer(),
                null,
                offer.components().stream()
                        .map(one -> new WantedOrder.Line(one.product(), one.quantity()))
                        .toList(),
                offer.termMonths(),
                calendar.today(),
                null,
                acceptance.name(),
                acceptance.email(),
                acceptance.terms(),
                offer.createdBy(),
                new WantedOrder.AcceptedOffer(offer.number(), offer.pricedOn()));
    }
}
