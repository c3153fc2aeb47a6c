package io.partnerflow.onboarding;

import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.ResellerTerms;
import io.partnerflow.parties.Resellers;
import io.partnerflow.programmes.ProgrammePolicy.Precondition;
import io.partnerflow.programmes.Programmes;
import org.springframework.stereotype.Component;

/**
 * What we know about the precondition of the programme somebody applies for.
 *
 * <p><b>Source:</b> P-18.
 */
@Component
class PreconditionCheck {

    private final KnownPartners partners;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Resellers resellers;

    PreconditionCheck(KnownPartners partners, Programmes programmes, Organisations organisations, Resellers resellers) {
        this.partners = partners;
        this.programmes = programmes;
        this.organisations = organisations;
        this.resellers = resellers;
    }

    Precondition of(ResellerApplication application) {
        return programmes.get(application.programme()).precondition();
    }

    PreconditionEvidence evidence(ResellerApplication application) {
        if (isKnown(application) || sellsUnderTheSame(application)) {
            return PreconditionEvidence.PROVEN;
        }
        return application.preconditionReference() == null ? PreconditionEvidence.NONE : PreconditionEvidence.STATED;
    }

    private boolean isKnown(ResellerApplication application) {
        var applicant = application.applicant();
        return partners.sourceOf(of(application), applicant.country(), applicant.registrationNumber())
                .isPresent();
    }

    /** Whoever sells for us under a programme that asks for the same has been looked at before. */
    private boolean sellsUnderTheSame(ResellerApplication application) {
        var applicant = application.applicant();
        return organisations.byRegistrationNumber(applicant.country(), applicant.registrationNumber()).stream()
                .flatMap(known -> resellers.terms(known.id()).stream())
                .filter(ResellerTerms::active)
                .flatMap(terms -> programmes.find(terms.programme()).stream())
                .anyMatch(policy -> policy.precondition() == of(application));
    }
}
