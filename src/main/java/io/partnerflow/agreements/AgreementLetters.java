package io.partnerflow.agreements;

import io.partnerflow.access.Users;
import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.orders.OrderView;
import io.partnerflow.orders.OrderWords;
import io.partnerflow.parties.Organisations;
import io.partnerflow.web.PortalAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The letters about an agreement: to who signs, and to the reseller who collects the signature (PA-5). */
@Component
class AgreementLetters {

    private final Postman postman;
    private final Users users;
    private final Organisations organisations;
    private final OrderWords words;
    private final PortalAddress portal;

    AgreementLetters(
            Postman postman, Users users, Organisations organisations, OrderWords words, PortalAddress portal) {
        this.postman = postman;
        this.users = users;
        this.organisations = organisations;
        this.words = words;
        this.portal = portal;
    }

    /** The paper itself, to both; from the second round on with the reason if there is one. */
    void sent(OrderView order, AgreementView agreement) {
        toSignatory(order, agreement, "agreement-to-sign");
        toReseller(order, agreement, "agreement-sent");
    }

    void reminder(OrderView order, AgreementView agreement) {
        toSignatory(order, agreement, "agreement-sign-reminder");
        toReseller(order, agreement, "agreement-reminder");
    }

    private void toSignatory(OrderView order, AgreementView agreement, String letter) {
        var signatory = order.signatory();
        var language = organisations.get(order.customer()).language();
        write(order, agreement, letter, signatory.email().value(), signatory.name(), language);
    }

    private void toReseller(OrderView order, AgreementView agreement, String letter) {
        var user = users.byEmail(order.placedBy());
        var language = user.map(known -> known.language().toLanguageTag())
                .orElseGet(() -> organisations.get(order.reseller()).language());
        write(
                order,
                agreement,
                letter,
                order.placedBy(),
                user.map(Users.User::name).orElse(""),
                language);
    }

    private void write(
            OrderView order, AgreementView agreement, String letter, String to, String toName, String language) {
        postman.send(new Letter(
                "%s/%s/%d".formatted(letter, order.number(), agreement.round()),
                to,
                toName,
                letter,
                Locale.forLanguageTag(language),
                facts(order, agreement),
                List.of(agreement.document()),
                order.number()));
    }

    private Map<String, Object> facts(OrderView order, AgreementView agreement) {
        var facts = new HashMap<String, Object>();
        facts.put("number", order.number());
        facts.put("round", agreement.round());
        facts.put("customer", words.name(order.customer()));
        facts.put("reseller", words.name(order.reseller()));
        facts.put("resellerEmail", order.placedBy());
        facts.put("signatory", order.signatory().toString());
        facts.put("goods", words.goods(order));
        facts.put("deadline", agreement.deadline());
        facts.put("orderPage", portal.of("/orders/" + order.number()));
        if (agreement.returnReason() != null) {
            facts.put("returnReason", agreement.returnReason());
        }
        return facts;
    }
}
