package io.partnerflow.onboarding;

import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.PartyCheck;
import io.partnerflow.parties.Resellers;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Typed;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What an application must be before we take it: right in every field, and the only one. */
@Component
class ApplicationIntake {

    private static final int LONGEST_TEXT = 2000;

    private final Applications applications;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Resellers resellers;

    ApplicationIntake(
            Applications applications, Programmes programmes, Organisations organisations, Resellers resellers) {
        this.applications = applications;
        this.programmes = programmes;
        this.organisations = organisations;
        this.resellers = resellers;
    }

    /**
     * @return the same in normal form
     * @throws Invalid with every bad field, as a path such as {@code organisation.address.city}
     */
    NewApplication checked(NewApplication typed) {
        var problems = new Invalid.Collector();
        var checked = new NewApplication(
                programme(typed.programme(), problems),
                PartyCheck.check("organisation.", typed.organisation(), problems),
                contact(typed.contact(), problems),
                Typed.optionalLine("preconditionReference", typed.preconditionReference(), 64, problems),
                Typed.optionalText("motivation", typed.motivation(), LONGEST_TEXT, problems));
        problems.throwIfAny();
        return checked;
    }

    private String programme(String typed, Invalid.Collector problems) {
        var code = Typed.line("programme", typed, 40, problems);
        if (!code.isEmpty() && programmes.find(code).isEmpty()) {
            var known = programmes.all().stream().map(ProgrammePolicy::code).collect(Collectors.joining(", "));
            problems.reject("programme", "programme-unknown", typed, typed, known);
        }
        return code;
    }

    private static Contact contact(Contact typed, Invalid.Collector problems) {
        return new Contact(
                Typed.line("contact.name", typed.name(), 100, problems),
                Typed.email("contact.email", typed.email(), problems),
                Typed.optionalLine("contact.phone", typed.phone(), 40, problems));
    }

    /**
     * Says only what the organisation itself may know; nothing about who applied or sells.
     *
     * @param except number of an application that does not count; empty for none
     * @throws Conflict if the organisation is a reseller of the programme or has an open application
     */
    void refuseSecond(String programme, Applicant applicant, String except) {
        var open = applications.count(
                programme,
                applicant.country(),
                applicant.registrationNumber(),
                Set.of(ApplicationStatus.SUBMITTED, ApplicationStatus.ASKED),
                except);
        if (open > 0) {
            throw new Conflict("application-open", applicant.registrationNumber());
        }
        organisations
                .byRegistrationNumber(applicant.country(), applicant.registrationNumber())
                .flatMap(known -> resellers.terms(known.id(), programme))
                .ifPresent(terms -> {
                    throw new Conflict("reseller-already", applicant.registrationNumber());
                });
    }
}
