package io.partnerflow.onboarding;

import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.RegistrationNumber;
import io.partnerflow.shared.Typed;
import io.partnerflow.shared.VatId;
import org.springframework.stereotype.Component;

/** Takes answers to our questions, with the corrections they bring. */
@Component
class ApplicationAnswers {

    private static final int LONGEST_ANSWER = 2000;

    private final ApplicationIntake intake;
    private final Correspondence correspondence;

    ApplicationAnswers(ApplicationIntake intake, Correspondence correspondence) {
        this.intake = intake;
        this.correspondence = correspondence;
    }

    /**
     * @throws Invalid with every bad field
     * @throws Conflict if nothing is asked, or the corrected number is another applicant's
     */
    void take(ResellerApplication application, ApplicationAnswer typed) {
        var problems = new Invalid.Collector();
        var text = Typed.optionalText("answer", typed.text(), LONGEST_ANSWER, problems);
        if (text == null && !problems.rejects("answer")) {
            problems.add(Invalid.Field.of("answer", "required", "forms.required", "answer"));
        }
        var reference = Typed.optionalLine("preconditionReference", typed.preconditionReference(), 64, problems);
        var corrected = corrected(application.applicant(), typed, problems);
        problems.throwIfAny();
        intake.refuseSecond(application.programme(), corrected, application.number());
        application.answer(corrected, reference == null ? application.preconditionReference() : reference);
        correspondence.add(
                application.number(), Message.Kind.ANSWER, application.contact().name(), text);
    }

    private static Applicant corrected(Applicant known, ApplicationAnswer typed, Invalid.Collector problems) {
        var number = Typed.optionalLine("registrationNumber", typed.registrationNumber(), 40, problems);
        var vatId = Typed.optionalLine("vatId", typed.vatId(), 40, problems);
        return known.corrected(
                number == null
                        ? known.registrationNumber()
                        : RegistrationNumber.check("registrationNumber", known.country(), number, problems)
                                .map(RegistrationNumber::value)
                                .orElse(""),
                vatId == null
                        ? known.vatId()
                        : VatId.check("vatId", known.country(), vatId, problems)
                                .map(VatId::value)
                                .orElse(null));
    }
}
