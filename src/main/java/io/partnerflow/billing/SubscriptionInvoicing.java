package io.partnerflow.billing;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.orders.Orders;
import io.partnerflow.parties.Organisations;
import io.partnerflow.subscriptions.PeriodToInvoice;
import io.partnerflow.subscriptions.PeriodsToInvoice;
import io.partnerflow.subscriptions.PeriodsToInvoice.DuePeriod;
import java.math.BigDecimal;

/** Turns a begun period of a subscription into an invoice. */
@ModuleService
class SubscriptionInvoicing {

    private final PeriodsToInvoice periods;
    private final Billing billing;
    private final Orders orders;
    private final Organisations organisations;
    private final Words words;

    SubscriptionInvoicing(
            PeriodsToInvoice periods, Billing billing, Orders orders, Organisations organisations, Words words) {
        this.periods = periods;
        this.billing = billing;
        this.orders = orders;
        this.organisations = organisations;
        this.words = words;
    }

    /**
     * Invoices a period, once, however often it is asked to.
     *
     * @param charge which one, as {@link DuePeriod#charge} writes it
     * @return the invoice's number
     */
    String invoice(String charge) {
        var period = DuePeriod.of(charge);
        var cost = periods.cost(period.subscription(), period.from());
        orders.invoiced(cost.orderNumber());
        return billing.issue(charge(cost));
    }

    private Charge charge(PeriodToInvoice cost) {
        var language = words.languageOf(organisations.get(cost.billTo()));
        var customer = organisations.get(cost.customer()).name();
        return new Charge(
                "%s/%s".formatted(cost.subscription(), cost.period().from()),
                cost.billTo(),
                cost.reseller(),
                cost.customer(),
                cost.subscription(),
                cost.orderNumber(),
                cost.poReference(),
                cost.paymentDays(),
                cost.lines().stream()
                        .map(line -> new Charge.Line(
                                cost.period(),
                                words.line(language, line.product(), customer, cost.period()),
                                words.formula(language, line.annualFormula(), line.annualNet(), line.net()),
                                BigDecimal.valueOf(line.quantity()),
                                line.unitNet(),
                                line.net()))
                        .toList());
    }
}
