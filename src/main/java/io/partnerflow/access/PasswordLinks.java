package io.partnerflow.access;

import io.partnerflow.shared.NotFound;
import io.partnerflow.web.PortalAddress;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** One-time links to set a password. A newer one ends the older, whatever either was for. */
@Component
class PasswordLinks {

    static final Duration FOR_INVITED = Duration.ofDays(14);
    static final Duration FOR_FORGETFUL = Duration.ofHours(1);

    private static final String PURPOSE = "password";

    private final OneTimeLinks links;
    private final PortalAddress portal;

    PasswordLinks(OneTimeLinks links, PortalAddress portal) {
        this.links = links;
        this.portal = portal;
    }

    /** @return the whole address for a letter */
    String issue(UUID user, Duration validity) {
        return portal.of("/password/" + links.issue(PURPOSE, user.toString(), validity));
    }

    /** @throws NotFound if the link is unknown, used or expired */
    UUID look(String token) {
        return links.look(PURPOSE, token).map(UUID::fromString).orElseThrow(PasswordLinks::unusable);
    }

    /** @throws NotFound if the link is unknown, used or expired */
    UUID use(String token) {
        return links.use(PURPOSE, token).map(UUID::fromString).orElseThrow(PasswordLinks::unusable);
    }

    private static NotFound unusable() {
        return new NotFound("password-link", "given");
    }
}
