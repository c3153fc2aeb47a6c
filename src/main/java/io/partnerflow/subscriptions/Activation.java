package io.partnerflow.subscriptions;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.devices.CoverageWatch;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.orders.OrderView;
import io.partnerflow.orders.Orders;
import io.partnerflow.pricing.Deadlines;
import io.partnerflow.pricing.RentalTerm;
import io.partnerflow.pricing.Term;
import io.partnerflow.programmes.ProgrammePolicy.EndOfTerm;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;

/** Turns an order whose account is there into a running contract. */
@ModuleService
class Activation {

    private final SubscriptionRows rows;
    private final Orders orders;
    private final Programmes programmes;
    private final Catalogue catalogue;
    private final NumberSeries numbers;
    private final VendorCalendar calendar;
    private final RenewalDays renewals;
    private final CoverageWatch coverage;
    private final AuditTrail audit;

    Activation(
            SubscriptionRows rows,
            Orders orders,
            Programmes programmes,
            Catalogue catalogue,
            NumberSeries numbers,
            VendorCalendar calendar,
            RenewalDays renewals,
            CoverageWatch coverage,
            AuditTrail audit) {
        this.rows = rows;
        this.orders = orders;
        this.programmes = programmes;
        this.catalogue = catalogue;
        this.numbers = numbers;
        this.calendar = calendar;
        this.renewals = renewals;
        this.coverage = coverage;
        this.audit = audit;
    }

    /** Begins the subscription of the order; a second time finds the one that has begun. */
    SubscriptionView activate(String orderNumber) {
        return rows.findByOrder(orderNumber).orElseGet(() -> begin(orders.get(orderNumber)));
    }

    private SubscriptionView begin(OrderView order) {
        var subscription = draft(order);
        rows.insert(subscription);
        rows.insertTerm(
                subscription.number(),
                new SubscriptionRows.TermRow(0, Term.first(subscription.startDate(), subscription.termMonths())),
                subscription.lines());
        renewals.begin(subscription.number());
        orders.activated(order.number(), subscription.number());
        audit.record("subscription-activated", subscription.number(), "order " + order.number());
        coverage.seatsChanged(order.customer());
        return subscription;
    }

    private SubscriptionView draft(OrderView order) {
        var policy = programmes.get(order.programme(), order.policyVersion());
        var agreed = ContractTerms.of(policy);
        var start = startOf(order);
        var term = Term.first(start, order.termMonths());
        var lines = order.lines().stream()
                .map(line -> new SubscriptionLine(
                        line.product(),
                        line.quantity(),
                        listPrice(order, line.product()),
                        order.price().termDiscount(),
                        order.price().partnerDiscount(),
                        policy.additiveDiscounts()))
                .toList();
        var ending = policy.endOfTerm() == EndOfTerm.ENDS ? new RentalTerm(term) : null;
        var currency = order.price().annualNet().currency();
        var annualNet = Money.sum(
                currency,
                lines.stream()
                        .map(line -> line.priced(term.months()).annualNet())
                        .toList());
        if (!annualNet.equals(order.price().annualNet())) {
            throw new IllegalStateException(
                    "%s was ordered for %s a year, its price now reckons to %s: nothing is invoiced"
                            .formatted(order.number(), order.price().annualNet(), annualNet));
        }
        return new SubscriptionView(
                numbers.next("SU"),
                order.number(),
                order.programme(),
                order.policyVersion(),
                order.reseller(),
                order.customer(),
                true,
                false,
                start,
                term.period(),
                term.months(),
                policy.rhythm().months(term.months()),
                lines,
                annualNet,
                order.price().annualList(),
                start,
                order.poReference(),
                Deadlines.of(term.renewalDate(), agreed.noticeDays(), agreed.reductionWindowMonths()),
                agreed,
                ending == null ? null : ending.contractEnd(),
                ending == null ? null : ending.followUpOfferOn(policy.ending().followUpMonths()),
                null,
                calendar.now());
    }

    /** The day everything had arrived (WA-5). Where nothing is delivered: the day that was ordered; if checks and signatures took longer than that, the day the account is there. */
    private LocalDate startOf(OrderView order) {
        if (order.deliveredOn() != null) {
            return order.deliveredOn();
        }
        var backdated = order.startDate().isBefore(calendar.dateOf(order.terms().at()));
        return backdated || !order.startDate().isBefore(calendar.today()) ? order.startDate() : calendar.today();
    }

    /** By the list valid on the day of the offer or else the order, whatever is valid now (PA-6, W-16). */
    private Money listPrice(OrderView order, String product) {
        var pricedOn = order.pricedOn() == null ? calendar.dateOf(order.terms().at()) : order.pricedOn();
        return catalogue
                .price(product, order.price().annualNet().currencyCode(), pricedOn, order.termMonths())
                .perYear();
    }
}
