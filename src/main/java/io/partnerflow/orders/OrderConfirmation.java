package io.partnerflow.orders;

import io.partnerflow.documents.Addressee;
import io.partnerflow.documents.DocumentId;
import io.partnerflow.documents.Documents;
import io.partnerflow.documents.NewDocument;
import io.partnerflow.documents.PaperLine;
import io.partnerflow.documents.PdfPrinter;
import io.partnerflow.documents.PostalAddress;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.pricing.PricedLine;
import io.partnerflow.pricing.RentalTerm;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.VendorCalendar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Prints what was agreed on once it has become real. */
@Component
class OrderConfirmation {

    private final CustomerOrders orders;
    private final OrderRecords records;
    private final OrderWords words;
    private final Organisations organisations;
    private final PdfPrinter printer;
    private final Documents documents;
    private final VendorCalendar calendar;

    OrderConfirmation(
            CustomerOrders orders,
            OrderRecords records,
            OrderWords words,
            Organisations organisations,
            PdfPrinter printer,
            Documents documents,
            VendorCalendar calendar) {
        this.orders = orders;
        this.records = records;
        this.words = words;
        this.organisations = organisations;
        this.printer = printer;
        this.documents = documents;
        this.calendar = calendar;
    }

    /** Files the confirmation; a second one of the same order is never made. */
    DocumentId print(OrderView order) {
        var reseller = organisations.get(order.reseller());
        var language = Locale.forLanguageTag(reseller.language());
        var pdf = printer.print("order-confirmation", facts(order, reseller, language), language);
        var owners = Set.of(order.reseller().toString());
        return documents.file(NewDocument.pdf("order-confirmation", order.number(), pdf, owners));
    }

    private Map<String, Object> facts(OrderView order, Party reseller, Locale language) {
        var frozen = records.thawed(orders.get(order.number()).estimate());
        var facts = new HashMap<String, Object>();
        facts.put("orderNumber", order.number());
        facts.put("date", calendar.today());
        facts.put("reseller", addressee(reseller));
        facts.put("customer", addressee(organisations.get(order.customer())));
        facts.put("currency", order.price().annualNet().currencyCode());
        facts.put("lines", lines(frozen, language));
        facts.put("net", order.price().annualNet());
        facts.put("subscriptionNumber", order.subscriptionNumber());
        putDays(order, frozen, facts);
        facts.put("termMonths", order.termMonths());
        facts.put("poReference", order.poReference());
        return facts;
    }

    /** A term that ends by itself begins with the delivery (WA-5), and nobody has to think of notice. */
    private static void putDays(OrderView order, OrderEstimate frozen, Map<String, Object> facts) {
        var start = order.deliveredOn() == null ? order.startDate() : order.deliveredOn();
        facts.put("startDate", start);
        if (frozen.endsByItself()) {
            facts.put(
                    "lastDay",
                    RentalTerm.of(start, order.termMonths()).contractEnd().minusDays(1));
        } else {
            facts.put("renewalDate", frozen.estimate().deadlines().renewalDate());
            facts.put("lastNoticeDay", frozen.estimate().deadlines().lastDayForNotice());
        }
    }

    private List<PaperLine> lines(OrderEstimate frozen, Locale language) {
        var lines = new ArrayList<PaperLine>();
        for (var index = 0; index < frozen.products().size(); index++) {
            lines.add(
                    line(frozen.products().get(index), frozen.estimate().lines().get(index), language));
        }
        return lines;
    }

    private PaperLine line(String product, PricedLine priced, Locale language) {
        return new PaperLine(
                words.product(product, language),
                words.formula(priced.formula(), language),
                BigDecimal.valueOf(priced.request().quantity()),
                Money.rounded(priced.unitNet(), priced.annualNet().currency()),
                priced.annualNet());
    }

    private static Addressee addressee(Party party) {
        var address = party.address();
        return Addressee.at(
                new PostalAddress(
                        address.line1(), address.line2(), address.postalCode(), address.city(), party.country()),
                Locale.forLanguageTag(party.language()),
                party.name(),
                party.registrationNumber(),
                party.vatId(),
                party.email());
    }
}
