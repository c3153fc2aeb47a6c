package io.partnerflow.onboarding;

import io.partnerflow.parties.Organisations;
import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.RegistrationNumber;
import io.partnerflow.shared.VatId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a machine can say about an application. It refuses nothing; the person who decides sees every answer. */
@Component
class AutomaticChecks {

    /** Where the VAT id is made of the registration number. */
    private static final Set<String> SAME_NUMBER =
            Set.of("SE", "NO", "DK", "FI", "BE", "FR", "IT", "ES", "PT", "CH", "HR", "LV", "BG");

    private final Applications applications;
    private final Organisations organisations;

    AutomaticChecks(Applications applications, Organisations organisations) {
        this.applications = applications;
        this.organisations = organisations;
    }

    List<CheckAnswer> of(ResellerApplication application) {
        var applicant = application.applicant();
        return Stream.of(
                        Stream.of(registrationNumber(applicant), vatId(applicant)),
                        sameNumber(applicant),
                        Stream.of(organisation(applicant), earlier(application), contact(application)))
                .flatMap(answers -> answers)
                .toList();
    }

    private static CheckAnswer registrationNumber(Applicant applicant) {
        var valid = RegistrationNumber.parse(applicant.country(), applicant.registrationNumber())
                .isPresent();
        return CheckAnswer.of("registration-number", valid ? "valid" : "invalid");
    }

    private static CheckAnswer vatId(Applicant applicant) {
        if (applicant.vatId() == null) {
            return CheckAnswer.of("vat-id", "none");
        }
        var valid = VatId.parse(applicant.country(), applicant.vatId()).isPresent();
        return CheckAnswer.of("vat-id", valid ? "valid" : "invalid");
    }

    private static Stream<CheckAnswer> sameNumber(Applicant applicant) {
        if (applicant.vatId() == null || !SAME_NUMBER.contains(applicant.country())) {
            return Stream.empty();
        }
        var contained = digits(applicant.vatId()).contains(digits(applicant.registrationNumber()));
        return Stream.of(CheckAnswer.of("same-number", contained ? "yes" : "no"));
    }

    private static String digits(String number) {
        return number.replaceAll("\\D", "");
    }

    private CheckAnswer organisation(Applicant applicant) {
        return organisations
                .byRegistrationNumber(applicant.country(), applicant.registrationNumber())
                .map(known -> new CheckAnswer("organisation", "known", known.name()))
                .orElse(CheckAnswer.of("organisation", "new"));
    }

    private CheckAnswer earlier(ResellerApplication application) {
        var applicant = application.applicant();
        var earlier = applications.of(applicant.country(), applicant.registrationNumber()).stream()
                .filter(other -> !other.number().equals(application.number()))
                .map(other -> "%s (%s, %s)".formatted(other.number(), other.programme(), other.status()))
                .collect(Collectors.joining("; "));
        return earlier.isEmpty()
                ? CheckAnswer.of("earlier-application", "none")
                : new CheckAnswer("earlier-application", "some", earlier);
    }

    private static CheckAnswer contact(ResellerApplication application) {
        var organisation = EmailAddress.of(application.applicant().email()).domain();
        var contact = EmailAddress.of(application.contact().email()).domain();
        return organisation.equals(contact)
                ? CheckAnswer.of("contact-address", "same-domain")
                : new CheckAnswer("contact-address", "other-domain", contact);
    }
}
