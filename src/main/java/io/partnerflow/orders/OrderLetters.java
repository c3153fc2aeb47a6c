package io.partnerflow.orders;

import io.partnerflow.access.Users;
import io.partnerflow.documents.DocumentId;
import io.partnerflow.documents.Vendor;
import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.web.PortalAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The letters about an order: to the user of the reseller who placed it, and to the customer. */
@Component
class OrderLetters {

    private final Postman postman;
    private final Users users;
    private final Organisations organisations;
    private final OrderWords words;
    private final PortalAddress portal;
    private final Programmes programmes;
    private final Vendor vendor;
    private final VendorCalendar calendar;

    OrderLetters(
            Postman postman,
            Users users,
            Organisations organisations,
            OrderWords words,
            PortalAddress portal,
            Programmes programmes,
            Vendor vendor,
            VendorCalendar calendar) {
        this.postman = postman;
        this.users = users;
        this.organisations = organisations;
        this.words = words;
        this.portal = portal;
        this.programmes = programmes;
        this.vendor = vendor;
        this.calendar = calendar;
    }

    void received(OrderView order) {
        toReseller(order, "order-received", List.of());
    }

    void formReminder(OrderView order) {
        toReseller(order, "order-form-reminder", List.of());
    }

    void lapsed(OrderView order) {
        toReseller(order, "order-lapsed", List.of());
    }

    void rejected(OrderView order) {
        toReseller(order, "order-rejected", List.of());
    }

    /** Everybody who was told of the order: the signatory had its agreement. */
    void cancelled(OrderView order) {
        toReseller(order, "order-cancelled", List.of());
        Optional.ofNullable(order.signatory())
                .ifPresent(signatory -> toCustomer(
                        order, "order-cancelled-customer", signatory.email().value(), signatory.name()));
    }

    /** P-36: both sides. */
    void activated(OrderView order, DocumentId confirmation) {
        toReseller(order, "order-activated", List.of(confirmation));
        toCustomer(order, "order-activated-customer", customer(order).email(), "");
    }

    private Party customer(OrderView order) {
        return organisations.get(order.customer());
    }

    private void toReseller(OrderView order, String letter, List<DocumentId> papers) {
        var user = users.byEmail(order.placedBy());
        var reseller = organisations.get(order.reseller());
        postman.send(letter(
                order,
                letter,
                order.placedBy(),
                user.map(Users.User::name).orElse(""),
                user.map(known -> known.language().toLanguageTag()).orElse(reseller.language()),
                papers));
    }

    private void toCustomer(OrderView order, String letter, String to, String toName) {
        postman.send(letter(order, letter, to, toName, customer(order).language(), List.of())
                .inTheNameOf(order.reseller()));
    }

    private Letter letter(
            OrderView order, String letter, String to, String toName, String language, List<DocumentId> papers) {
        return new Letter(
                "%s/%s".formatted(letter, order.number()),
                to,
                toName,
                letter,
                Locale.forLanguageTag(language),
                facts(order, Locale.forLanguageTag(language)),
                papers,
                order.number());
    }

    private Map<String, Object> facts(OrderView order, Locale language) {
        var facts = new HashMap<String, Object>();
        facts.put("number", order.number());
        facts.put("customer", words.name(order.customer()));
        facts.put("reseller", words.name(order.reseller()));
        facts.put("goods", words.goods(order, language));
        facts.put("months", order.termMonths());
        facts.put("registered", order.isRegistered());
        facts.put("hadTrial", order.trialNumber() != null);
        facts.put("agreementNeeded", order.signatory() != null);
        facts.put("formDeadline", order.formDeadline());
        whoPaysWhom(order, facts);
        facts.put("orderPage", portal.of("/orders/" + order.number()));
        facts.put("formPage", portal.of("/forms/order/" + order.number()));
        Optional.ofNullable(order.reason()).ifPresent(reason -> facts.put("reason", reason));
        Optional.ofNullable(order.startDate()).ifPresent(day -> facts.put("startDate", day));
        facts.put("begun", order.startDate() == null || !order.startDate().isAfter(calendar.today()));
        Optional.ofNullable(order.poReference()).ifPresent(reference -> facts.put("poReference", reference));
        Optional.ofNullable(order.price()).ifPresent(price -> facts.put("annualNet", price.annualNet()));
        Optional.ofNullable(order.subscriptionNumber()).ifPresent(number -> facts.put("subscription", number));
        return facts;
    }

    /** C-22: the vendor invoices the reseller, who invoices its customer, or the vendor invoices the customer itself. */
    private void whoPaysWhom(OrderView order, Map<String, Object> facts) {
        var policy = programmes.get(order.programme(), order.policyVersion());
        var byReseller = policy.billTo() == ProgrammePolicy.BillTo.RESELLER;
        facts.put("invoicedTo", words.name(byReseller ? order.reseller() : order.customer()));
        facts.put("invoicedBy", byReseller ? words.name(order.reseller()) : vendor.name());
    }
}
