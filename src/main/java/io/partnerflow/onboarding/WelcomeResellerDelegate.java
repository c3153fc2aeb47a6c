package io.partnerflow.onboarding;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Invites the first user and sends the welcome pack. */
@Component
class WelcomeResellerDelegate extends ProcessDelegate {

    private final ResellerRegistration registration;

    WelcomeResellerDelegate(ResellerRegistration registration) {
        this.registration = registration;
    }

    @Override
    protected void perform(Step step) {
        registration.welcome(step.businessKey());
    }
}
