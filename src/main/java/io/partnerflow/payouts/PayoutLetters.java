package io.partnerflow.payouts;

import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.parties.Organisations;
import io.partnerflow.web.PortalAddress;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The letters about an organisation's money. */
@Component
class PayoutLetters {

    private final Postman postman;
    private final Organisations organisations;
    private final PortalAddress portal;

    PayoutLetters(Postman postman, Organisations organisations, PortalAddress portal) {
        this.postman = postman;
        this.organisations = organisations;
        this.portal = portal;
    }

    /** To the organisation itself, so that nobody changes an account unnoticed. */
    void accountChanged(BankAccount account) {
        write(
                "bank-account-changed/%s/%d".formatted(account.organisation(), account.changes()),
                "bank-account-changed",
                account.organisation(),
                account.organisation().toString(),
                Map.of("account", account, "page", portal.of("/statements/bank-account")));
    }

    void paid(PayoutRun run, PayoutRun.Payment payment) {
        write(
                "payout-executed/%s/%d".formatted(run.number(), payment.position()),
                "payout-executed",
                payment.organisation(),
                run.number(),
                Map.of(
                        "run",
                        run,
                        "payment",
                        payment,
                        "ending",
                        payment.iban().substring(payment.iban().length() - 4),
                        "page",
                        portal.of("/statements")));
    }

    private void write(String key, String letter, UUID to, String businessKey, Map<String, Object> facts) {
        var party = organisations.get(to);
        var model = new HashMap<>(facts);
        model.put("name", party.name());
        postman.send(new Letter(
                key, party.email(), party.name(), letter, Locale.forLanguageTag(party.language()), model, businessKey));
    }
}
