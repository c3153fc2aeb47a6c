package io.partnerflow.originals;

import io.partnerflow.access.Users;
import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.orders.OrderView;
import io.partnerflow.orders.OrderWords;
import io.partnerflow.parties.Organisations;
import io.partnerflow.web.PortalAddress;
import java.util.HashMap;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The letters about an original, to the reseller who has collected the signature (W-06). */
@Component
class OriginalLetters {

    private final Postman postman;
    private final Users users;
    private final Organisations organisations;
    private final OrderWords words;
    private final PortalAddress portal;

    OriginalLetters(Postman postman, Users users, Organisations organisations, OrderWords words, PortalAddress portal) {
        this.postman = postman;
        this.users = users;
        this.organisations = organisations;
        this.words = words;
        this.portal = portal;
    }

    void asked(OrderView order, OriginalView original) {
        write(order, original, "original-awaited", "%s/%d".formatted(order.number(), original.round()));
    }

    void reminder(OrderView order, OriginalView original) {
        var occasion = "%s/%d/%d".formatted(order.number(), original.round(), original.reminders());
        write(order, original, "original-reminder", occasion);
    }

    private void write(OrderView order, OriginalView original, String letter, String occasion) {
        var user = users.byEmail(order.placedBy());
        var facts = new HashMap<String, Object>();
        facts.put("number", order.number());
        facts.put("customer", words.name(order.customer()));
        facts.put("round", original.round());
        facts.put("due", original.dueAt());
        facts.put("orderPage", portal.of("/orders/" + order.number()));
        postman.send(new Letter(
                letter + "/" + occasion,
                order.placedBy(),
                user.map(Users.User::name).orElse(""),
                letter,
                user.map(Users.User::language)
                        .orElseGet(() -> Locale.forLanguageTag(
                                organisations.get(order.reseller()).language())),
                facts,
                order.number()));
    }
}
