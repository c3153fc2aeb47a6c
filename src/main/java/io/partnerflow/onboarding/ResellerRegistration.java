package io.partnerflow.onboarding;

import io.partnerflow.access.Invitations;
import io.partnerflow.access.Role;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Resellers;
import io.partnerflow.programmes.ProgrammePolicy.Precondition;
import io.partnerflow.shared.Percentage;
import java.time.Clock;

/** Makes an approved applicant a reseller who can log in and sell (P-20); for this module's delegates. */
@ModuleService
class ResellerRegistration {

    private final Applications applications;
    private final Organisations organisations;
    private final Resellers resellers;
    private final PreconditionCheck precondition;
    private final KnownPartners partners;
    private final Invitations invitations;
    private final ApplicationLetters letters;
    private final Clock clock;

    ResellerRegistration(
            Applications applications,
            Organisations organisations,
            Resellers resellers,
            PreconditionCheck precondition,
            KnownPartners partners,
            Invitations invitations,
            ApplicationLetters letters,
            Clock clock) {
        this.applications = applications;
        this.organisations = organisations;
        this.resellers = resellers;
        this.precondition = precondition;
        this.partners = partners;
        this.invitations = invitations;
        this.letters = letters;
        this.clock = clock;
    }

    /** From now on the organisation sells under the programme on these terms. */
    void register(String number, String tier, Percentage discount) {
        var application = applications.numbered(number);
        var applicant = application.applicant();
        var organisation = organisations.register(applicant.asParty());
        resellers.appoint(organisation.id(), application.programme(), tier, discount);
        application.approve(organisation.id(), tier, clock.instant());
        remember(precondition.of(application), applicant, number);
    }

    /** Who decided has looked at it; the next application need not be asked again. */
    private void remember(Precondition what, Applicant applicant, String number) {
        if (what != Precondition.NONE) {
            partners.note(what, applicant.country(), applicant.registrationNumber(), "approved in " + number);
        }
    }

    /** The contact person becomes the organisation's first administrator and gets everything needed to start. */
    void welcome(String number) {
        var application = applications.numbered(number);
        var contact = application.contact();
        invitations.invite(
                new Invitations.Guest(contact.email(), contact.name(), application.language()),
                application.organisationId(),
                Role.ADMIN,
                number);
        var terms = resellers
                .terms(application.organisationId(), application.programme())
                .orElseThrow();
        letters.welcome(application, terms);
    }
}
