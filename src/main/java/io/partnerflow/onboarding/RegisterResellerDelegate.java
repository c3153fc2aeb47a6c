package io.partnerflow.onboarding;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import io.partnerflow.shared.Percentage;
import org.springframework.stereotype.Component;

/** Makes the applicant a reseller on the terms just decided. */
@Component
class RegisterResellerDelegate extends ProcessDelegate {

    private final ResellerRegistration registration;

    RegisterResellerDelegate(ResellerRegistration registration) {
        this.registration = registration;
    }

    @Override
    protected void perform(Step step) {
        var discount = Percentage.of(step.get(OnboardingProcess.PARTNER_DISCOUNT));
        registration.register(step.businessKey(), step.get(OnboardingProcess.TIER), discount);
    }
}
