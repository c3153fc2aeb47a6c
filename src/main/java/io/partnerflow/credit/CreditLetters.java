package io.partnerflow.credit;

import io.partnerflow.access.Users;
import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.orders.OrderView;
import io.partnerflow.orders.OrderWords;
import io.partnerflow.parties.Organisations;
import io.partnerflow.web.PortalAddress;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The letters about a credit check: the result, never what it rests on (WA-3). */
@Component
class CreditLetters {

    private final Postman postman;
    private final Users users;
    private final Organisations organisations;
    private final OrderWords words;
    private final PortalAddress portal;

    CreditLetters(Postman postman, Users users, Organisations organisations, OrderWords words, PortalAddress portal) {
        this.postman = postman;
        this.users = users;
        this.organisations = organisations;
        this.words = words;
        this.portal = portal;
    }

    void approved(OrderView order, CreditCheckView check) {
        toReseller(order, check, "credit-approved", "credit-approved");
    }

    /** @param round a second no is another letter */
    void declined(OrderView order, CreditCheckView check, int round) {
        toReseller(order, check, "credit-declined", "credit-declined/" + round);
    }

    /** Both sides: the customer has signed a contract that does not come into being (W-11). */
    void closed(OrderView order, CreditCheckView check) {
        toReseller(order, check, "credit-closed", "credit-closed");
        var customer = organisations.get(order.customer());
        postman.send(letter(
                        order,
                        check,
                        "credit-closed-customer",
                        "credit-closed-customer",
                        customer.email(),
                        "",
                        customer.language())
                .inTheNameOf(order.reseller()));
    }

    private void toReseller(OrderView order, CreditCheckView check, String template, String key) {
        var user = users.byEmail(order.placedBy());
        postman.send(letter(
                order,
                check,
                template,
                key,
                order.placedBy(),
                user.map(Users.User::name).orElse(""),
                user.map(known -> known.language().toLanguageTag())
                        .orElseGet(() -> organisations.get(order.reseller()).language())));
    }

    private Letter letter(
            OrderView order,
            CreditCheckView check,
            String template,
            String key,
            String to,
            String toName,
            String language) {
        return new Letter(
                "%s/%s".formatted(key, order.number()),
                to,
                toName,
                template,
                Locale.forLanguageTag(language),
                facts(order, check, Locale.forLanguageTag(language)),
                order.number());
    }

    private Map<String, Object> facts(OrderView order, CreditCheckView check, Locale language) {
        var facts = new HashMap<String, Object>();
        facts.put("number", order.number());
        facts.put("customer", words.name(order.customer()));
        facts.put("reseller", words.name(order.reseller()));
        facts.put("goods", words.goods(order, language));
        facts.put("orderPage", portal.of("/orders/" + order.number()));
        facts.put("alternativePage", portal.of("/orders/%s/credit-alternative".formatted(order.number())));
        Optional.ofNullable(check.alternativesUntil()).ifPresent(until -> facts.put("until", until));
        Optional.ofNullable(check.condition()).ifPresent(condition -> facts.put("condition", condition));
        return facts;
    }
}
