package io.partnerflow.onboarding;

import io.partnerflow.access.OneTimeLinks;
import io.partnerflow.shared.NotFound;
import org.springframework.stereotype.Component;

/**
 * The secrets that let an applicant see and answer its application without a log-in. Every letter carries its own, all of
 * them work until they are too old.
 */
@Component
class ApplicationLinks {

    private static final String PURPOSE = "reseller-application";

    private final OneTimeLinks links;
    private final OnboardingSettings settings;

    ApplicationLinks(OneTimeLinks links, OnboardingSettings settings) {
        this.links = links;
        this.settings = settings;
    }

    String issue(String number) {
        return links.issueAnother(PURPOSE, number, settings.linkValidity());
    }

    /**
     * @return number of the application the secret is about
     * @throws NotFound if there is no such secret or it is too old
     */
    String read(String token) {
        return links.look(PURPOSE, token == null ? "" : token)
                .orElseThrow(() -> new NotFound("reseller-application", "with this link"));
    }
}
