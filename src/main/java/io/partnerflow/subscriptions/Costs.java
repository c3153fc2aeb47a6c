package io.partnerflow.subscriptions;

import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.catalogue.Product;
import io.partnerflow.pricing.Proration;
import io.partnerflow.programmes.ProgrammePolicy.BillTo;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Period;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Says what is owed for a contract in the words billing understands. */
@Component
class Costs {

    private final Catalogue catalogue;
    private final Programmes programmes;

    Costs(Catalogue catalogue, Programmes programmes) {
        this.catalogue = catalogue;
        this.programmes = programmes;
    }

    PeriodToInvoice of(String charge, SubscriptionView contract, List<PeriodToInvoice.Line> lines) {
        return new PeriodToInvoice(
                charge,
                contract.number(),
                contract.orderNumber(),
                contract.reseller(),
                contract.customer(),
                payer(contract),
                contract.poReference(),
                lines,
                contract.agreed().paymentDays());
    }

    /** Who is invoiced (C-22). */
    UUID payer(SubscriptionView contract) {
        var policy = programmes.get(contract.programme(), contract.policyVersion());
        return policy.billTo() == BillTo.RESELLER ? contract.reseller() : contract.customer();
    }

    PeriodToInvoice.Line whole(SubscriptionLine line, int termMonths, Period period, Money net) {
        var priced = line.priced(termMonths);
        return new PeriodToInvoice.Line(
                product(line).name(),
                product(line).supply(),
                period,
                line.quantity(),
                priced.unitNet(),
                priced.formula(),
                priced.annualNet(),
                net,
                line.change(),
                null);
    }

    PeriodToInvoice.Line part(SubscriptionLine line, int termMonths, Period period, Proration proration) {
        var priced = line.priced(termMonths);
        return new PeriodToInvoice.Line(
                product(line).name(),
                product(line).supply(),
                period,
                line.quantity(),
                priced.unitNet(),
                priced.formula(),
                priced.annualNet(),
                proration.charge(),
                line.change(),
                proration);
    }

    private Product product(SubscriptionLine line) {
        return catalogue.find(line.product()).orElseThrow();
    }
}
