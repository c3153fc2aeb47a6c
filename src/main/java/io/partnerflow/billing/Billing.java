package io.partnerflow.billing;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.documents.Addressee;
import io.partnerflow.documents.PostalAddress;
import io.partnerflow.documents.Vendor;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.pricing.Deadlines;
import io.partnerflow.shared.Percentage;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.tax.VatCategory;
import io.partnerflow.tax.VatDecision;
import io.partnerflow.tax.VatGroup;
import io.partnerflow.tax.VatRates;
import io.partnerflow.tax.VatTotals;
import java.util.List;
import java.util.Locale;

/** Issues invoices. */
@ModuleService
class Billing {

    private final InvoiceRows rows;
    private final NumberSeries numbers;
    private final Organisations organisations;
    private final Vendor vendor;
    private final VatRates rates = VatRates.published();
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    Billing(
            InvoiceRows rows,
            NumberSeries numbers,
            Organisations organisations,
            Vendor vendor,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.rows = rows;
        this.numbers = numbers;
        this.organisations = organisations;
        this.vendor = vendor;
        this.calendar = calendar;
        this.audit = audit;
    }

    /**
     * Issues the invoice for a charge, or finds the one that was issued for it. The number is taken last, so that the
     * series is locked for as short as possible and numbers are in the order of issue.
     *
     * @return the invoice's number
     */
    String issue(Charge charge) {
        return rows.numberFor(charge.source()).orElseGet(() -> issueNew(charge));
    }

    private String issueNew(Charge charge) {
        var buyer = organisations.get(charge.billTo());
        var lines = charge.lines().stream().map(this::taxed).toList();
        var totals = VatTotals.of(List.of(VatGroup.of(
                VatCategory.S,
                domesticRate(),
                lines.stream().map(Invoice.Line::net).toList())));
        var number = numbers.next(Invoice.Kind.INVOICE.series());
        var today = calendar.today();
        rows.insert(
                charge.source(),
                new Invoice(
                        number,
                        Invoice.Kind.INVOICE,
                        null,
                        null,
                        null,
                        today,
                        Deadlines.dueDate(today, charge.paymentDays()),
                        calendar.now(),
                        charge.billTo(),
                        charge.reseller(),
                        charge.customer(),
                        charge.programme(),
                        charge.earns(),
                        charge.subscription(),
                        charge.orderNumber(),
                        charge.poReference(),
                        charge.costGroup(),
                        number,
                        lines,
                        totals.groups(),
                        VatDecision.Reason.DOMESTIC,
                        totals.net(),
                        totals.vat(),
                        totals.gross(),
                        vendor,
                        addressee(buyer)));
        audit.record("invoice-issued", number, "%s to %s".formatted(totals.gross(), buyer.name()));
        return number;
    }

    private Invoice.Line taxed(Charge.Line line) {
        return new Invoice.Line(
                line.period(),
                line.change(),
                null,
                line.supply(),
                line.description(),
                line.formula(),
                line.quantity(),
                line.unitNet(),
                line.net(),
                VatCategory.S,
                domesticRate());
    }

    private Percentage domesticRate() {
        return rates.standard(vendor.country(), calendar.today())
                .orElseThrow(() -> new IllegalStateException(
                        "no VAT rate is known for %s, the vendor's country: add it to vat-rates.properties"
                                .formatted(vendor.country())));
    }

    private static Addressee addressee(Party buyer) {
        var address = buyer.address();
        return Addressee.at(
                new PostalAddress(
                        address.line1(), address.line2(), address.postalCode(), address.city(), buyer.country()),
                Locale.forLanguageTag(buyer.language()),
                buyer.name(),
                buyer.registrationNumber(),
                buyer.vatId(),
                buyer.email());
    }
}
