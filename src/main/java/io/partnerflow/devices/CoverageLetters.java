package io.partnerflow.devices;

import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.web.PortalAddress;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The letters about missing seats: to the primary reseller, and to the customer where it feels it itself. */
@Component
class CoverageLetters {

    private final Postman postman;
    private final Organisations organisations;
    private final Resellers resellers;
    private final PortalAddress portal;

    CoverageLetters(Postman postman, Organisations organisations, Resellers resellers, PortalAddress portal) {
        this.postman = postman;
        this.organisations = organisations;
        this.resellers = resellers;
        this.portal = portal;
    }

    void warn(CoverageCase about, Coverage coverage) {
        tell(seller(about.customer()), "seats-missing", about, coverage);
    }

    void remind(CoverageCase about, Coverage coverage) {
        tell(seller(about.customer()), "seats-missing-reminder", about, coverage);
    }

    void limited(CoverageCase about, Coverage coverage) {
        tell(seller(about.customer()), "account-limited", about, coverage);
        tellCustomer("account-limited-customer", about, coverage);
    }

    void full(CoverageCase about, Coverage coverage) {
        tell(seller(about.customer()), "account-restored", about, coverage);
        tellCustomer("account-restored-customer", about, coverage);
    }

    /** @param validUntil last day */
    void excused(String number, UUID customer, LocalDate validUntil) {
        var party = seller(customer);
        postman.send(new Letter(
                "seats-excused/" + number,
                party.email(),
                party.name(),
                "seats-excused",
                Locale.forLanguageTag(party.language()),
                Map.of(
                        "customer", organisations.get(customer).name(),
                        "validUntil", validUntil,
                        "customerPage", page(customer)),
                number));
    }

    /** A customer without a reseller looks after its seats itself. */
    private Party seller(UUID customer) {
        return organisations.get(resellers.primaryOf(customer).orElse(customer));
    }

    private String page(UUID customer) {
        return portal.of("/customers/" + customer);
    }

    private void tell(Party party, String letter, CoverageCase about, Coverage coverage) {
        postman.send(letter(party, letter, about, coverage));
    }

    private void tellCustomer(String letter, CoverageCase about, Coverage coverage) {
        var written = letter(organisations.get(about.customer()), letter, about, coverage);
        postman.send(
                resellers.primaryOf(about.customer()).map(written::inTheNameOf).orElse(written));
    }

    private Letter letter(Party party, String letter, CoverageCase about, Coverage coverage) {
        return new Letter(
                letter + "/" + about.number(),
                party.email(),
                party.name(),
                letter,
                Locale.forLanguageTag(party.language()),
                facts(about, coverage),
                about.number());
    }

    private Map<String, Object> facts(CoverageCase about, Coverage coverage) {
        var facts = new HashMap<String, Object>();
        facts.put("number", about.number());
        facts.put("customer", organisations.get(about.customer()).name());
        facts.put("seller", seller(about.customer()).name());
        facts.put("lacking", coverage.lacking());
        facts.put("limitedFrom", about.graceEndsOn());
        facts.put("customerPage", page(about.customer()));
        return facts;
    }
}
