package io.partnerflow.team;

import io.partnerflow.access.OneTimeLinks;
import io.partnerflow.shared.NotFound;
import io.partnerflow.web.PortalAddress;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The secret in the letter of an invitation; a newer letter ends the older one's. */
@Component
class InvitationLinks {

    private static final String PURPOSE = "team-invitation";

    private final OneTimeLinks links;
    private final PortalAddress portal;

    InvitationLinks(OneTimeLinks links, PortalAddress portal) {
        this.links = links;
        this.portal = portal;
    }

    /** @return the whole address for a letter */
    String issue(UUID invitation) {
        return portal.of("/link/invitation/" + links.issue(PURPOSE, invitation.toString(), InvitationRows.VALID));
    }

    /** @throws NotFound if the link is unknown, used or expired */
    UUID look(String token) {
        return links.look(PURPOSE, token)
                .map(UUID::fromString)
                .orElseThrow(() -> new NotFound("invitation", "with this link"));
    }

    void withdraw(UUID invitation) {
        links.withdraw(PURPOSE, invitation.toString());
    }
}
