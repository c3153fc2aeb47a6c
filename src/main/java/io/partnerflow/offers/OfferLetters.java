package io.partnerflow.offers;

import io.partnerflow.access.Users;
import io.partnerflow.documents.DocumentId;
import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.parties.Brandings;
import io.partnerflow.parties.Organisations;
import io.partnerflow.web.PortalAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The letters about an offer: to the customer, and to the reseller's user who began it. */
@Component
class OfferLetters {

    private final Postman postman;
    private final Users users;
    private final Organisations organisations;
    private final Brandings brandings;
    private final OfferLinks links;
    private final PortalAddress portal;

    OfferLetters(
            Postman postman,
            Users users,
            Organisations organisations,
            Brandings brandings,
            OfferLinks links,
            PortalAddress portal) {
        this.postman = postman;
        this.users = users;
        this.organisations = organisations;
        this.brandings = brandings;
        this.links = links;
        this.portal = portal;
    }

    void sent(OfferView offer, DocumentId paper) {
        toCustomer(offer, "offer-sent", "once", withLink(offer), List.of(paper));
    }

    /** @param days until the last day, 1 or more */
    void reminder(OfferView offer, DocumentId paper, long days) {
        var facts = withLink(offer);
        facts.put("days", days);
        toCustomer(offer, "offer-reminder", String.valueOf(days), facts, List.of(paper));
    }

    void question(OfferView offer, OfferQuestion question) {
        var facts = facts(offer);
        facts.put("askedBy", question.askedBy());
        facts.put("question", question.question());
        toReseller(offer, "offer-question", String.valueOf(question.position()), facts);
    }

    void answer(OfferView offer, OfferQuestion question) {
        var facts = withLink(offer);
        facts.put("question", question.question());
        facts.put("answer", Objects.requireNonNull(question.answer()));
        toCustomer(offer, "offer-answer", String.valueOf(question.position()), facts, List.of());
    }

    void expired(OfferView offer) {
        toReseller(offer, "offer-expired", "once", facts(offer));
    }

    void declined(OfferView offer) {
        toReseller(offer, "offer-declined", "once", facts(offer));
    }

    void withdrawn(OfferView offer) {
        toCustomer(offer, "offer-withdrawn", "once", facts(offer), List.of());
    }

    /** Both sides; the customer with the paper it has accepted. */
    void accepted(OfferView offer, DocumentId paper) {
        toReseller(offer, "offer-accepted", "once", facts(offer));
        toCustomer(offer, "offer-accepted-customer", "once", facts(offer), List.of(paper));
    }

    private void toCustomer(
            OfferView offer, String letter, String occasion, Map<String, Object> facts, List<DocumentId> papers) {
        postman.send(new Letter(
                        key(letter, offer, occasion),
                        offer.recipient().email().value(),
                        offer.recipient().name(),
                        letter,
                        Locale.forLanguageTag(
                                organisations.get(offer.customer()).language()),
                        facts,
                        papers,
                        offer.number())
                .inTheNameOf(offer.reseller()));
    }

    private void toReseller(OfferView offer, String letter, String occasion, Map<String, Object> facts) {
        var user = users.byEmail(offer.createdBy());
        postman.send(new Letter(
                key(letter, offer, occasion),
                offer.createdBy(),
                user.map(Users.User::name).orElse(""),
                letter,
                user.map(Users.User::language)
                        .orElseGet(() -> Locale.forLanguageTag(
                                organisations.get(offer.reseller()).language())),
                facts,
                offer.number()));
    }

    private static String key(String letter, OfferView offer, String occasion) {
        return "%s/%s/%d/%s".formatted(letter, offer.number(), offer.version(), occasion);
    }

    private Map<String, Object> withLink(OfferView offer) {
        var facts = facts(offer);
        var validUntil = Objects.requireNonNull(offer.validUntil());
        facts.put("link", links.address(offer.number(), offer.version(), validUntil));
        return facts;
    }

    private Map<String, Object> facts(OfferView offer) {
        var facts = new HashMap<String, Object>();
        facts.put("number", offer.number());
        facts.put("version", offer.version());
        facts.put("customer", organisations.get(offer.customer()).name());
        facts.put("reseller", brandings.of(offer.reseller()).senderName());
        facts.put("contact", offer.createdBy());
        facts.put("monthlyRate", offer.monthlyRate());
        facts.put("months", offer.termMonths());
        facts.put("validUntil", Objects.requireNonNull(offer.validUntil()));
        facts.put("offerPage", portal.of("/offers/" + offer.number()));
        Optional.ofNullable(offer.note()).ifPresent(note -> facts.put("note", note));
        Optional.ofNullable(offer.reason()).ifPresent(reason -> facts.put("reason", reason));
        Optional.ofNullable(offer.orderNumber()).ifPresent(order -> facts.put("order", order));
        return facts;
    }
}
