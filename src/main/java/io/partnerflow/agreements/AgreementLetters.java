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
    void sent(OrderView order, AgreementView agreement, String signingPage) {
        toSignatory(order, agreement, "agreement-to-sign", signingPage);
        toReseller(order, agreement, "agreement-sent");
    }

    void reminder(OrderView order, AgreementView agreement, String signingPage) {
        toSignatory(order, agreement, "agreement-sign-reminder", signingPage);
        toReseller(order, agreement, "agreement-reminder");
    }

    /** Their copy, with the evidence, for who signed on the page. */
    void signed(OrderView order, AgreementView agreement, PageSignature signature) {
        var language = organisations.get(order.customer()).language();
        var facts = facts(order, agreement, language);
        facts.put("signedAt", signature.signedAt());
        postman.send(new Letter(
                        "agreement-signed/%s/%d".formatted(order.number(), agreement.round()),
                        signature.email(),
                        signature.name(),
                        "agreement-signed",
                        Locale.forLanguageTag(language),
                        facts,
                        List.of(signature.document(), signature.evidence()),
                        order.number())
                .inTheNameOf(order.reseller()));
    }

    private void toSignatory(OrderView order, AgreementView agreement, String letter, String signingPage) {
        var signatory = order.signatory();
        var language = organisations.get(order.customer()).language();
        var facts = facts(order, agreement, language);
        facts.put("signingPage", signingPage);
        var written = letter(order, agreement, letter, signatory.email().value(), signatory.name(), language, facts);
        postman.send(written.inTheNameOf(order.reseller()));
    }

    private void toReseller(OrderView order, AgreementView agreement, String letter) {
        var user = users.byEmail(order.placedBy());
        var language = user.map(known -> known.language().toLanguageTag())
                .orElseGet(() -> organisations.get(order.reseller()).language());
        postman.send(letter(
                order,
                agreement,
                letter,
                order.placedBy(),
                user.map(Users.User::name).orElse(""),
                language,
                facts(order, agreement, language)));
    }

    private static Letter letter(
            OrderView order,
            AgreementView agreement,
            String letter,
            String to,
            String toName,
            String language,
            Map<String, Object> facts) {
        return new Letter(
                "%s/%s/%d".formatted(letter, order.number(), agreement.round()),
                to,
                toName,
                letter,
                Locale.forLanguageTag(language),
                facts,
                List.of(agreement.document()),
                order.number());
    }

    private Map<String, Object> facts(OrderView order, AgreementView agreement, String language) {
        var facts = new HashMap<String, Object>();
        facts.put("number", order.number());
        facts.put("round", agreement.round());
        facts.put("customer", words.name(order.customer()));
        facts.put("reseller", words.name(order.reseller()));
        facts.put("resellerEmail", order.placedBy());
        facts.put("signatory", order.signatory().toString());
        facts.put("goods", words.goods(order, Locale.forLanguageTag(language)));
        facts.put("deadline", agreement.deadline());
        facts.put("orderPage", portal.of("/orders/" + order.number()));
        if (agreement.returnReason() != null) {
            facts.put("returnReason", agreement.returnReason());
        }
        return facts;
    }
}
