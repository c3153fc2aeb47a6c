package io.partnerflow.billing;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.documents.Addressee;
import io.partnerflow.documents.PostalAddress;
import io.partnerflow.engine.BusinessError;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.mandates.IncomingAccounts;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.pricing.Deadlines;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.tax.TaxedLine;
import io.partnerflow.tax.VatCase.Supply;
import io.partnerflow.tax.VatDecision;
import io.partnerflow.tax.VatTotals;
import io.partnerflow.vatids.VendorVat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Issues invoices. */
@ModuleService
class Billing {

    private final InvoiceRows rows;
    private final InvoiceNumbers numbers;
    private final Organisations organisations;
    private final IncomingAccounts accounts;
    private final VendorVat vat;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    Billing(
            InvoiceRows rows,
            InvoiceNumbers numbers,
            Organisations organisations,
            IncomingAccounts accounts,
            VendorVat vat,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.rows = rows;
        this.numbers = numbers;
        this.organisations = organisations;
        this.accounts = accounts;
        this.vat = vat;
        this.calendar = calendar;
        this.audit = audit;
    }

    /** Whether the VAT of the charge is beyond doubt: if not, its invoice waits. */
    boolean isSettled(Charge charge) {
        var buyer = organisations.get(charge.billTo());
        return decisions(charge, supply -> vat.on(buyer, supply)).values().stream()
                .allMatch(VatDecision::settled);
    }

    /**
     * Issues the invoice for a charge, or finds the one that was issued for it. The number is taken last, so that the
     * series is locked for as short as possible and numbers are in the order of issue.
     *
     * @return the invoice's number
     * @throws BusinessError {@code vatUnclear} if somebody should look at its VAT first
     */
    String issue(Charge charge) {
        return rows.numberFor(charge.source()).orElseGet(() -> issueNew(charge));
    }

    private String issueNew(Charge charge) {
        var buyer = organisations.get(charge.billTo());
        var decisions = decisions(charge, supply -> vat.settle(charge.caseNumber(), charge.source(), buyer, supply));
        if (!decisions.values().stream().allMatch(VatDecision::settled)) {
            throw new BusinessError(
                    InvoicingProcess.VAT_UNCLEAR,
                    "%s has no confirmed VAT id: %s waits".formatted(buyer.name(), charge.source()));
        }
        var lines = charge.lines().stream()
                .map(line -> taxed(line, decisions.get(line.supply())))
                .toList();
        var totals = VatTotals.ofLines(lines.stream()
                .map(line -> new TaxedLine(line.vatCategory(), line.vatRate(), line.net()))
                .toList());
        var reason = decisions.get(charge.lines().get(0).supply()).reason();
        var again = AgainCharge.of(charge.source());
        var replaces = again.again() == 0
                ? null
                : rows.numberFor(again.before().text()).orElseThrow();
        var now = calendar.now();
        var today = calendar.dateOf(now);
        var number = numbers.next(Invoice.Kind.INVOICE, today);
        rows.insert(
                charge.source(),
                again.again(),
                new Invoice(
                        number,
                        Invoice.Kind.INVOICE,
                        null,
                        null,
                        replaces,
                        today,
                        Deadlines.dueDate(today, charge.paymentDays()),
                        now,
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
                        reason,
                        totals.net(),
                        totals.vat(),
                        totals.gross(),
                        accounts.of(totals.gross().currency()),
                        addressee(buyer)));
        audit.record("invoice-issued", number, "%s to %s".formatted(totals.gross(), buyer.name()));
        return number;
    }

    /** One for each kind of thing the charge is for. */
    private static Map<Supply, VatDecision> decisions(Charge charge, Function<Supply, VatDecision> table) {
        var decisions = new EnumMap<Supply, VatDecision>(Supply.class);
        charge.lines().forEach(line -> decisions.computeIfAbsent(line.supply(), table));
        return decisions;
    }

    private static Invoice.Line taxed(Charge.Line line, VatDecision decision) {
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
                decision.category(),
                decision.rate(),
                decision.reason());
    }

    private static Addressee addressee(Party buyer) {
        return Addressee.at(
                placeOf(buyer),
                Locale.forLanguageTag(buyer.language()),
                buyer.name(),
                buyer.registrationNumber(),
                buyer.vatId(),
                buyer.email());
    }

    static PostalAddress placeOf(Party party) {
        var address = party.address();
        return new PostalAddress(
                address.line1(), address.line2(), address.postalCode(), address.city(), party.country());
    }
}
