package io.partnerflow.commission;

import io.partnerflow.commission.CompensationDocument.Kind;
import io.partnerflow.documents.Vendor;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.shared.Percentage;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.tax.SelfBill;
import io.partnerflow.tax.VatAreas;
import io.partnerflow.tax.VatCase.VatIdStatus;
import io.partnerflow.tax.VatRates;
import io.partnerflow.tax.VatTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What a self-billed document will say: the statement's lines, and VAT by the reseller's country. */
@Component
class DocumentDraft {

    private final Organisations organisations;
    private final VatTable table;
    private final Vendor vendor;
    private final VendorCalendar calendar;
    private final CommissionWords words;
    private final VatAreas areas = VatAreas.published();
    private final VatRates rates = VatRates.published();

    DocumentDraft(
            Organisations organisations,
            VatTable table,
            Vendor vendor,
            VendorCalendar calendar,
            CommissionWords words) {
        this.organisations = organisations;
        this.table = table;
        this.vendor = vendor;
        this.calendar = calendar;
        this.words = words;
    }

    /** All but the number. */
    record Content(
            Statement statement, List<CompensationDocument.Line> lines, SelfBill bill, Party seller, Vendor buyer) {

        CompensationDocument numbered(String number, int round, LocalDate today, Instant now) {
            return new CompensationDocument(
                    number,
                    Kind.SELF_BILLED,
                    statement.number(),
                    round,
                    null,
                    null,
                    today,
                    now,
                    statement.reseller(),
                    lines,
                    bill.decision().category(),
                    bill.decision().rate(),
                    bill.decision().reason(),
                    bill.totals().net(),
                    bill.totals().vat(),
                    bill.totals().gross(),
                    TradeParties.of(seller),
                    TradeParties.of(buyer));
        }
    }

    /** <b>Source:</b> C-16, C-23. */
    Content of(Statement statement) {
        var reseller = organisations.get(statement.reseller());
        var lines = lines(statement, CommissionWords.languageOf(reseller));
        var bill = SelfBill.of(
                table.about(statement.number(), null),
                areas.of(reseller.country(), reseller.address().postalCode()),
                vendor.country(),
                reseller.vatId() == null ? VatIdStatus.NONE : VatIdStatus.VALID,
                rates.standard(reseller.country(), calendar.today()).orElse(Percentage.ZERO),
                lines.stream().map(CompensationDocument.Line::net).toList());
        return new Content(statement, lines, bill, reseller, vendor);
    }

    private List<CompensationDocument.Line> lines(Statement statement, Locale language) {
        var lines = new ArrayList<CompensationDocument.Line>();
        statement
                .lines()
                .forEach(line -> lines.add(new CompensationDocument.Line(
                        words.line(language, line), words.formula(language, line), line.amount())));
        if (!statement.carryIn().isZero()) {
            lines.add(new CompensationDocument.Line(
                    words.carriedIn(language), words.carriedInFormula(language), statement.carryIn()));
        }
        return lines;
    }

    /** The document that takes another back as a whole: the same amounts, which its kind makes a credit. */
    static CompensationDocument credit(
            CompensationDocument billed, String number, String reason, LocalDate today, Instant now) {
        return new CompensationDocument(
                number,
                Kind.SELF_BILLED_CREDIT,
                billed.statement(),
                billed.round(),
                billed.number(),
                reason,
                today,
                now,
                billed.reseller(),
                billed.lines(),
                billed.vatCategory(),
                billed.vatRate(),
                billed.vatReason(),
                billed.net(),
                billed.vat(),
                billed.gross(),
                billed.seller(),
                billed.buyer());
    }
}
