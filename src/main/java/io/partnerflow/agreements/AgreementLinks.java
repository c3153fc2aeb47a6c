package io.partnerflow.agreements;

import io.partnerflow.access.OneTimeLinks;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.web.PortalAddress;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * The links to the page on which an agreement is signed. One goes to the signatory with each letter; all of them end when
 * the agreement is signed in any way, renewed, lapsed or void.
 */
@Component
class AgreementLinks {

    static final String PURPOSE = "contract-signature";

    private final OneTimeLinks links;
    private final PortalAddress portal;
    private final VendorCalendar calendar;

    AgreementLinks(OneTimeLinks links, PortalAddress portal, VendorCalendar calendar) {
        this.links = links;
        this.portal = portal;
        this.calendar = calendar;
    }

    /** @return the page's address; links of an earlier round end */
    String issue(String order, Instant until) {
        return portal.of("/link/%s/%s".formatted(PURPOSE, links.issue(PURPOSE, order, from(until))));
    }

    /** @return the page's address for another letter of the same round */
    String issueAnother(String order, Instant until) {
        return portal.of("/link/%s/%s".formatted(PURPOSE, links.issueAnother(PURPOSE, order, from(until))));
    }

    private Duration from(Instant until) {
        return Duration.between(calendar.now(), until);
    }

    /** @throws NotFound if the link cannot be used (any more) */
    String orderOf(String secret) {
        return links.look(PURPOSE, secret).orElseThrow(() -> new NotFound("link", PURPOSE));
    }

    /** @throws NotFound if nobody was ever sent such a link */
    String orderOnceOf(String secret) {
        return links.recall(PURPOSE, secret).orElseThrow(() -> new NotFound("link", PURPOSE));
    }

    /** @throws NotFound if somebody else was faster */
    void useUp(String secret) {
        links.use(PURPOSE, secret).orElseThrow(() -> new NotFound("link", PURPOSE));
    }

    void end(String order) {
        links.withdraw(PURPOSE, order);
    }
}
