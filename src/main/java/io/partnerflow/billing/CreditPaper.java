package io.partnerflow.billing;

import io.partnerflow.parties.Organisations;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.tax.VatTotals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Writes a credit note from the invoice it takes back: same parties, same terms, same VAT, positive amounts (C-18). */
@Component
class CreditPaper {

    private final Organisations organisations;
    private final Words words;
    private final VendorCalendar calendar;

    CreditPaper(Organisations organisations, Words words, VendorCalendar calendar) {
        this.organisations = organisations;
        this.words = words;
        this.calendar = calendar;
    }

    Invoice of(String number, Instant now, Invoice invoice, String reason, List<Money> nets, VatTotals totals) {
        var language = words.languageOf(organisations.get(invoice.billTo()));
        var today = calendar.dateOf(now);
        return new Invoice(
                number,
                Invoice.Kind.CREDIT_NOTE,
                invoice.number(),
                reason,
                null,
                today,
                today,
                now,
                invoice.billTo(),
                invoice.reseller(),
                invoice.customer(),
                invoice.programme(),
                invoice.earns(),
                invoice.subscription(),
                invoice.orderNumber(),
                invoice.poReference(),
                invoice.costGroup(),
                invoice.paymentReference(),
                lines(language, invoice, nets),
                totals.groups(),
                invoice.vatReason(),
                totals.net(),
                totals.vat(),
                totals.gross(),
                invoice.seller(),
                invoice.buyer());
    }

    private List<Invoice.Line> lines(Locale language, Invoice invoice, List<Money> nets) {
        return IntStream.range(0, nets.size())
                .filter(position -> !nets.get(position).isZero())
                .mapToObj(position -> line(language, invoice.lines().get(position), position, nets.get(position)))
                .toList();
    }

    private Invoice.Line line(Locale language, Invoice.Line line, int position, Money net) {
        var whole = net.equals(line.net());
        return new Invoice.Line(
                line.period(),
                line.change(),
                position,
                line.supply(),
                line.description(),
                words.credited(language, net, line.net()),
                whole ? line.quantity() : BigDecimal.ONE,
                whole ? line.unitNet() : net.amount(),
                net,
                line.vatCategory(),
                line.vatRate(),
                line.vatReason());
    }
}
