package io.partnerflow.offers;

import io.partnerflow.access.OneTimeLinks;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.web.PortalAddress;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * The links in the letters to a customer: each is about one version of one offer. It lives a while longer than the offer,
 * so that who comes late reads why nothing can be done any more; what can be done, the offer itself decides.
 */
@Component
class OfferLinks {

    private static final String PURPOSE = "offer";
    private static final int DAYS_AFTER_THE_END = 30;

    private final OneTimeLinks links;
    private final PortalAddress portal;
    private final VendorCalendar calendar;

    OfferLinks(OneTimeLinks links, PortalAddress portal, VendorCalendar calendar) {
        this.links = links;
        this.portal = portal;
        this.calendar = calendar;
    }

    /** @param version of the offer with this number */
    record Subject(String offer, int version) {}

    /** A new address beside earlier ones, which go on working. */
    String address(String offer, int version, LocalDate validUntil) {
        var end = calendar.startOfDay(validUntil.plusDays(DAYS_AFTER_THE_END));
        var secret = links.issueAnother(PURPOSE, offer + "/" + version, Duration.between(calendar.now(), end));
        return portal.of("/link/offer/" + secret);
    }

    /** @throws NotFound if the secret is none of ours, or too old */
    Subject read(String secret) {
        var subject = links.look(PURPOSE, secret)
                .orElseThrow(() -> new NotFound("link", "offer"))
                .split("/");
        return new Subject(subject[0], Integer.parseInt(subject[1]));
    }
}
