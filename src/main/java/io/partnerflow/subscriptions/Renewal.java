package io.partnerflow.subscriptions;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.parties.ResellerTerms;
import io.partnerflow.parties.Resellers;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Percentage;
import java.time.LocalDate;

/** Begins a subscription's next term, as long as the last one (C-13), at the prices of its first day (C-12). */
@ModuleService
class Renewal {

    private final SubscriptionRows rows;
    private final Catalogue catalogue;
    private final Resellers resellers;
    private final Programmes programmes;
    private final AuditTrail audit;

    Renewal(SubscriptionRows rows, Catalogue catalogue, Resellers resellers, Programmes programmes, AuditTrail audit) {
        this.rows = rows;
        this.catalogue = catalogue;
        this.resellers = resellers;
        this.programmes = programmes;
        this.audit = audit;
    }

    /** Makes sure that the day lies in a term of the subscription. */
    void renewUntil(String subscription, LocalDate day) {
        var last = rows.term(subscription, day);
        while (!day.isBefore(last.term().renewalDate())) {
            last = renew(subscription, last);
        }
    }

    private SubscriptionRows.TermRow renew(String subscription, SubscriptionRows.TermRow last) {
        var next = new SubscriptionRows.TermRow(
                last.position() + 1, last.term().next(last.term().months()));
        var contract = rows.find(subscription).orElseThrow();
        var begins = next.term().from();
        var partnerDiscount = resellers
                .terms(contract.reseller(), contract.programme())
                .filter(ResellerTerms::active)
                .map(ResellerTerms::partnerDiscount)
                .orElse(Percentage.of("0"));
        var termDiscount = programmes
                .get(contract.programme(), contract.policyVersion())
                .term(next.term().months())
                .map(term -> term.discount())
                .orElse(Percentage.of("0"));
        var lines = rows.lines(subscription, last.position()).stream()
                .map(line -> new SubscriptionLine(
                        line.product(),
                        line.quantity(),
                        catalogue
                                .price(line.product(), line.listPerYear().currencyCode(), begins)
                                .price(),
                        termDiscount,
                        partnerDiscount,
                        line.additiveDiscounts()))
                .toList();
        rows.insertTerm(subscription, next, lines);
        audit.record("subscription-renewed", subscription, next.term().period().toString());
        return next;
    }
}
