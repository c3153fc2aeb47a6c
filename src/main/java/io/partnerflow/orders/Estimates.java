package io.partnerflow.orders;

import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.documents.Vendor;
import io.partnerflow.pricing.Estimate;
import io.partnerflow.pricing.PriceRequest;
import io.partnerflow.pricing.PricedLine;
import io.partnerflow.pricing.Pricing;
import io.partnerflow.pricing.Start;
import io.partnerflow.programmes.ProgrammePolicy.EndOfTerm;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what an order would cost, from the same functions its invoices come from. Stores nothing. */
@Service
@Transactional(readOnly = true)
public class Estimates {

    private final WantedOrderCheck check;
    private final Catalogue catalogue;
    private final VendorCalendar calendar;
    private final Vendor vendor;
    private final ExpectedVat vat;

    Estimates(WantedOrderCheck check, Catalogue catalogue, VendorCalendar calendar, Vendor vendor, ExpectedVat vat) {
        this.check = check;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.vendor = vendor;
        this.vat = vat;
    }

    /**
     * The price of a would-be order at today's price list.
     *
     * @throws Invalid naming every field a price cannot be said for
     */
    public OrderEstimate of(WantedOrder wanted, OrderFields fields) {
        return of(check.forEstimate(wanted, fields));
    }

    /**
     * The price of an order that only waits for somebody to accept the terms: everything else could be placed as it is.
     *
     * @throws Invalid naming every field that cannot be accepted
     * @throws Conflict if the payer gets nothing new at the moment
     */
    public OrderEstimate toReview(WantedOrder wanted, OrderFields fields) {
        return of(check.forReview(wanted, fields));
    }

    OrderEstimate of(CheckedOrder order) {
        var today = calendar.today();
        var pricedOn = order.pricedOn() == null ? today : order.pricedOn();
        var lines = order.lines().stream()
                .map(line -> priced(order, line, pricedOn))
                .toList();
        var policy = order.policy();
        var timing = new Estimate.Timing(
                order.startDate(),
                today,
                policy.rhythm().months(order.term().months()),
                policy.deadlines().noticeDays(),
                policy.deadlines().reductionWindowMonths(),
                Start.Backdated.valueOf(policy.limits().backdatedBilling().name()));
        var tax = vat.on(order);
        return new OrderEstimate(
                today,
                order.lines().stream().map(OrderLine::product).toList(),
                order.reseller().partnerDiscount(),
                order.term().discount(),
                tax.rate(),
                tax.category(),
                tax.reason(),
                policy.endOfTerm() == EndOfTerm.OPEN_ENDED,
                policy.endOfTerm() == EndOfTerm.ENDS,
                Estimate.of(lines, timing));
    }

    private PricedLine priced(CheckedOrder order, OrderLine line, LocalDate on) {
        return Pricing.price(new PriceRequest(
                catalogue
                        .price(
                                line.product(),
                                order.policy().currencyOr(vendor.currency()),
                                on,
                                order.term().months())
                        .perYear(),
                line.quantity(),
                order.term().months(),
                order.term().discount(),
                order.reseller().partnerDiscount(),
                order.policy().additiveDiscounts()));
    }
}
