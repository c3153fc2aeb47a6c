package io.partnerflow.orders;

import static java.util.stream.Collectors.joining;

import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.pricing.Formula;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.tax.VatDecision;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts what stands in an order into words. */
@Component
public class OrderWords {

    private final Catalogue catalogue;
    private final Organisations organisations;
    private final MessageSource messages;
    private final VendorCalendar calendar;

    OrderWords(Catalogue catalogue, Organisations organisations, MessageSource messages, VendorCalendar calendar) {
        this.catalogue = catalogue;
        this.organisations = organisations;
        this.messages = messages;
        this.calendar = calendar;
    }

    /** Name of a product; its code if the catalogue has lost it. */
    public String product(String code, Locale language) {
        return catalogue.find(code).map(product -> product.name(language)).orElse(code);
    }

    /** {@code 10 × Planning licence, 2 × Planning licence Plus} */
    public String goods(OrderView order, Locale language) {
        return order.lines().stream()
                .map(line -> "%d × %s".formatted(line.quantity(), product(line.product(), language)))
                .collect(joining(", "));
    }

    /** How an amount came about, such as {@code 10 × 5,200.00 SEK − 20 % partner = 41,600.00 SEK}. */
    public String formula(Formula formula, Locale language) {
        var formats = formats(language);
        var args = formula.args().stream()
                .map(arg -> arg instanceof Money money
                        ? formats.money(money)
                        : arg instanceof Number number ? formats.number(number) : arg.toString())
                .toArray();
        return messages.getMessage(formula.messageKey(), args, language);
    }

    /** Why the tax is what it is. */
    public String vatReason(VatDecision.Reason reason, Locale language) {
        return messages.getMessage("tax.reason." + reason, null, language);
    }

    public Formats formats(Locale language) {
        return new Formats(language, calendar.zone());
    }

    /** An organisation's name. */
    public String name(UUID organisation) {
        return organisations.get(organisation).name();
    }

    /** An organisation as staff read it: name, number, address, e-mail, one per line. */
    public String card(UUID organisation) {
        var party = organisations.get(organisation);
        return "%s%n%s (%s)%n%s, %s %s%n%s"
                .formatted(
                        party.name(),
                        party.registrationNumber(),
                        party.country(),
                        street(party),
                        party.address().postalCode(),
                        party.address().city(),
                        party.email())
                .replace("\r\n", "\n");
    }

    private static String street(Party party) {
        var second = party.address().line2();
        return second == null ? party.address().line1() : party.address().line1() + ", " + second;
    }
}
