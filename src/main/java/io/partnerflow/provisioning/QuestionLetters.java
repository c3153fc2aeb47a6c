package io.partnerflow.provisioning;

import io.partnerflow.access.Users;
import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.orders.OrderView;
import io.partnerflow.parties.Organisations;
import io.partnerflow.web.PortalAddress;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The letters with which the desk asks whoever placed an order. */
@Component
class QuestionLetters {

    private final Postman postman;
    private final Users users;
    private final Organisations organisations;
    private final PortalAddress portal;

    QuestionLetters(Postman postman, Users users, Organisations organisations, PortalAddress portal) {
        this.postman = postman;
        this.users = users;
        this.organisations = organisations;
        this.portal = portal;
    }

    void ask(OrderView order, Clarification about) {
        write("provisioning-question", order, about);
    }

    void remind(OrderView order, Clarification about) {
        write("provisioning-question-reminder", order, about);
    }

    private void write(String letter, OrderView order, Clarification about) {
        var user = users.byEmail(order.placedBy());
        var reseller = organisations.get(order.reseller());
        postman.send(new Letter(
                "%s/%s/%s".formatted(letter, order.number(), about.askedAt()),
                order.placedBy(),
                user.map(Users.User::name).orElse(""),
                letter,
                user.map(Users.User::language).orElseGet(() -> Locale.forLanguageTag(reseller.language())),
                Map.of(
                        "number", order.number(),
                        "customer", organisations.get(order.customer()).name(),
                        "question", about.question(),
                        "page", portal.of("/forms/provisioning-answer/" + order.number())),
                order.number()));
    }
}
