package io.partnerflow.devices;

import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.web.PortalAddress;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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
        tell(seller(about), "seats-missing", about, coverage);
    }

    void remind(CoverageCase about, Coverage coverage) {
        tell(seller(about), "seats-missing-reminder", about, coverage);
    }

    void limited(CoverageCase about, Coverage coverage) {
        tell(seller(about), "account-limited", about, coverage);
        tell(organisations.get(about.customer()), "account-limited-customer", about, coverage);
    }

    void full(CoverageCase about, Coverage coverage) {
        tell(seller(about), "account-restored", about, coverage);
        tell(organisations.get(about.customer()), "account-restored-customer", about, coverage);
    }

    /** A customer without a reseller looks after its seats itself. */
    private Party seller(CoverageCase about) {
        return organisations.get(resellers.primaryOf(about.customer()).orElse(about.customer()));
    }

    private void tell(Party party, String letter, CoverageCase about, Coverage coverage) {
        postman.send(new Letter(
                letter + "/" + about.number(),
                party.email(),
                party.name(),
                letter,
                Locale.forLanguageTag(party.language()),
                facts(about, coverage),
                about.number()));
    }

    private Map<String, Object> facts(CoverageCase about, Coverage coverage) {
        var facts = new HashMap<String, Object>();
        facts.put("number", about.number());
        facts.put("customer", organisations.get(about.customer()).name());
        facts.put("seller", seller(about).name());
        facts.put("lacking", coverage.lacking());
        facts.put("limitedFrom", about.graceEndsOn());
        facts.put("customerPage", portal.of("/customers/" + about.customer()));
        return facts;
    }
}
