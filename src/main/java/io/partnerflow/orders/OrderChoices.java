package io.partnerflow.orders;

import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.catalogue.Product;
import io.partnerflow.documents.Vendor;
import io.partnerflow.intake.Option;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Resellers;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.VendorCalendar;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the order forms offer a reseller to choose from. */
@Component
class OrderChoices {

    private final WantedOrderCheck check;
    private final Catalogue catalogue;
    private final Resellers resellers;
    private final Organisations organisations;
    private final OrderWords words;
    private final OpenOrders open;
    private final MessageSource messages;
    private final VendorCalendar calendar;
    private final Vendor vendor;

    OrderChoices(
            WantedOrderCheck check,
            Catalogue catalogue,
            Resellers resellers,
            Organisations organisations,
            OrderWords words,
            OpenOrders open,
            MessageSource messages,
            VendorCalendar calendar,
            Vendor vendor) {
        this.check = check;
        this.catalogue = catalogue;
        this.resellers = resellers;
        this.organisations = organisations;
        this.words = words;
        this.open = open;
        this.messages = messages;
        this.calendar = calendar;
        this.vendor = vendor;
    }

    /** Those an order of which begins with an agreement; other orders are placed in one go. */
    List<ProgrammePolicy> programmes(UUID reseller) {
        return check.programmesOf(reseller).stream()
                .filter(policy -> policy.needsSignedAgreement() && !policy.soldByOffer())
                .toList();
    }

    List<Option> programmeOptions(UUID reseller, Locale language) {
        return programmes(reseller).stream()
                .map(policy -> new Option(
                        policy.code(),
                        messages.getMessage("programme." + policy.code(), null, policy.name(), language)))
                .toList();
    }

    /** Those without an open order. */
    List<Option> customers(UUID reseller) {
        var ordered = open.of(reseller).keySet();
        return organisations.get(resellers.orderableCustomersOf(reseller)).stream()
                .filter(party -> !ordered.contains(party.id()))
                .map(party -> new Option(party.id().toString(), party.name()))
                .toList();
    }

    /** @throws Conflict if an order for the customer is open: its number is named */
    void requireNoOpenOrder(UUID reseller, String customer) {
        open.of(reseller).forEach((other, number) -> {
            if (other.toString().equals(customer)) {
                throw new Conflict("order-open", number);
            }
        });
    }

    List<Option> products(List<ProgrammePolicy> programmes, Locale language) {
        return programmes.stream()
                .flatMap(policy -> check.productsOf(policy.code()).stream())
                .map(product -> new Option(product.code(), priced(product, language)))
                .toList();
    }

    List<Option> terms(List<ProgrammePolicy> programmes, Locale language) {
        return programmes.stream()
                .flatMap(policy -> policy.terms().stream())
                .distinct()
                .map(term -> new Option(
                        String.valueOf(term.months()),
                        messages.getMessage(
                                term.discount().isZero() ? "order.term" : "order.term.discount",
                                new Object[] {term.months(), term.discount()},
                                language)))
                .toList();
    }

    private String priced(Product product, Locale language) {
        var price = catalogue.price(product.code(), vendor.currency(), calendar.today());
        return messages.getMessage(
                "order.product.priced",
                new Object[] {product.name(language), words.formats(language).money(price.price())},
                language);
    }
}
