package io.partnerflow.provisioning;

import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.orders.OrderView;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.shared.NamedEmail;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The letter that comes with a new account. */
@Component
class AccountLetters {

    private final Postman postman;
    private final Organisations organisations;

    AccountLetters(Postman postman, Organisations organisations) {
        this.postman = postman;
        this.organisations = organisations;
    }

    void loginDetails(OrderView order, Party customer, NamedEmail user, String loginAddress) {
        postman.send(new Letter(
                        "account-login/%s/%s".formatted(order.number(), user.email()),
                        user.email().value(),
                        user.name(),
                        "account-login",
                        Locale.forLanguageTag(customer.language()),
                        Map.of(
                                "customer", customer.name(),
                                "reseller", organisations.get(order.reseller()).name(),
                                "email", user.email().value(),
                                "loginAddress", loginAddress),
                        order.number())
                .inTheNameOf(order.reseller()));
    }
}
