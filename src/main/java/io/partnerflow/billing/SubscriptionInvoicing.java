package io.partnerflow.billing;

import io.partnerflow.engine.BusinessError;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.orders.Orders;
import io.partnerflow.parties.Organisations;
import io.partnerflow.subscriptions.DuePeriods;
import io.partnerflow.subscriptions.PeriodToInvoice;
import io.partnerflow.subscriptions.PeriodsToInvoice;
import io.partnerflow.subscriptions.SeatAdditions;
import io.partnerflow.subscriptions.Subscriptions;
import io.partnerflow.tax.VatCase.Supply;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.UUID;

/** Turns a begun period of a subscription into an invoice. */
@ModuleService
class SubscriptionInvoicing {

    private final PeriodsToInvoice periods;
    private final SeatAdditions additions;
    private final Billing billing;
    private final Orders orders;
    private final Subscriptions subscriptions;
    private final Earners earners;
    private final Organisations organisations;
    private final Words words;

    SubscriptionInvoicing(
            PeriodsToInvoice periods,
            SeatAdditions additions,
            Billing billing,
            Orders orders,
            Subscriptions subscriptions,
            Earners earners,
            Organisations organisations,
            Words words) {
        this.periods = periods;
        this.additions = additions;
        this.billing = billing;
        this.orders = orders;
        this.subscriptions = subscriptions;
        this.earners = earners;
        this.organisations = organisations;
        this.words = words;
    }

    /**
     * Invoices periods or added seats, once, however often it is asked to.
     *
     * @param charge which, as {@link PeriodToInvoice#charge} writes it
     * @return the invoice's number
     * @throws BusinessError {@code vatUnclear} if somebody should look at its VAT first
     */
    String invoice(String charge) {
        var cost = cost(charge);
        var number = billing.issue(charge(charge, cost));
        orders.invoiced(cost.orderNumber());
        return number;
    }

    /** Who is to be invoiced for it. */
    UUID payer(String charge) {
        return cost(charge).billTo();
    }

    private PeriodToInvoice cost(String source) {
        var charge = AgainCharge.of(source).charge();
        return SeatAdditions.isOne(charge) ? additions.cost(charge) : periods.cost(DuePeriods.of(charge));
    }

    private Charge charge(String source, PeriodToInvoice cost) {
        var language = words.languageOf(organisations.get(cost.billTo()));
        var customer = organisations.get(cost.customer()).name();
        var contract = subscriptions.get(cost.subscription());
        return new Charge(
                source,
                cost.billTo(),
                cost.reseller(),
                cost.customer(),
                contract.programme(),
                earners.of(contract),
                cost.subscription(),
                cost.orderNumber(),
                cost.poReference(),
                contract.costGroup(),
                cost.paymentDays(),
                cost.lines().stream()
                        .map(line -> new Charge.Line(
                                line.period(),
                                line.change(),
                                Supply.valueOf(line.supply().name()),
                                words.line(language, line.product(), customer, line.period()),
                                formula(language, line),
                                BigDecimal.valueOf(line.quantity()),
                                line.unitNet(),
                                line.net()))
                        .toList());
    }

    private String formula(Locale language, PeriodToInvoice.Line line) {
        return line.proration() == null
                ? words.formula(language, line.annualFormula(), line.annualNet(), line.net())
                : words.prorated(language, line.annualFormula(), line.proration());
    }
}
