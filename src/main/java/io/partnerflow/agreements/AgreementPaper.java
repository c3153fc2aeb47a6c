package io.partnerflow.agreements;

import static java.util.stream.Collectors.joining;

import io.partnerflow.documents.Addressee;
import io.partnerflow.documents.DocumentId;
import io.partnerflow.documents.Documents;
import io.partnerflow.documents.NewDocument;
import io.partnerflow.documents.PaperLine;
import io.partnerflow.documents.PdfPrinter;
import io.partnerflow.documents.PostalAddress;
import io.partnerflow.orders.OrderView;
import io.partnerflow.orders.OrderWords;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.VendorCalendar;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Prints the agreement from the order as it is now. It names no price where that is between customer and reseller (P-13).
 */
@Component
class AgreementPaper {

    static final String KIND = "agreement";
    static final String SIGNED_KIND = "signed-agreement";

    private final Organisations organisations;
    private final OrderWords words;
    private final Programmes programmes;
    private final RentalPaper rental;
    private final PdfPrinter printer;
    private final Documents documents;
    private final VendorCalendar calendar;

    AgreementPaper(
            Organisations organisations,
            OrderWords words,
            Programmes programmes,
            RentalPaper rental,
            PdfPrinter printer,
            Documents documents,
            VendorCalendar calendar) {
        this.organisations = organisations;
        this.words = words;
        this.programmes = programmes;
        this.rental = rental;
        this.printer = printer;
        this.documents = documents;
        this.calendar = calendar;
    }

    /** What the agreement binds to, so that a change of it can be seen. */
    static String content(OrderView order) {
        return order.lines().stream()
                .map(line -> line.quantity() + " " + line.product())
                .sorted()
                .collect(joining("; ", "", "; %d months".formatted(order.termMonths())));
    }

    DocumentId print(OrderView order, int round) {
        var customer = organisations.get(order.customer());
        var language = language(customer);
        var policy = programmes.get(order.programme(), order.policyVersion());
        var pdf = printer.print(policy.agreement().paper(), facts(order, customer, policy, round), language);
        var owners = Set.of(order.reseller().toString());
        return documents.file(NewDocument.pdf(KIND, order.number(), String.valueOf(round), pdf, owners));
    }

    private Map<String, Object> facts(OrderView order, Party customer, ProgrammePolicy policy, int round) {
        var facts = new HashMap<>(rental.facts(order, policy, language(customer)));
        facts.put("orderNumber", order.number());
        facts.put("version", round);
        facts.put("date", calendar.today());
        facts.put("customer", addressee(customer));
        facts.put("reseller", addressee(organisations.get(order.reseller())));
        facts.put("service", programmes.name(policy.code(), language(customer)));
        facts.put("lines", lines(order, language(customer)));
        facts.put("termMonths", order.termMonths());
        facts.put("startDate", order.startDate());
        facts.put("termsVersion", policy.termsVersion());
        facts.put("noticeDays", policy.deadlines().noticeDays());
        return facts;
    }

    private List<PaperLine> lines(OrderView order, Locale language) {
        return order.lines().stream()
                .map(line -> new PaperLine(
                        words.product(line.product(), language), null, BigDecimal.valueOf(line.quantity()), null, null))
                .toList();
    }

    private static Locale language(Party customer) {
        return Locale.forLanguageTag(customer.language());
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
