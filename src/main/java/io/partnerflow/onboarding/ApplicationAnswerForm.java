package io.partnerflow.onboarding;

import io.partnerflow.intake.FormContext;
import io.partnerflow.intake.FormHandler;
import io.partnerflow.intake.Receipt;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The form with which an applicant answers our question. What it is about is the secret of our letter, not the number:
 * who has no secret sees nothing.
 */
@Component
class ApplicationAnswerForm implements FormHandler {

    private final ResellerApplications applications;

    ApplicationAnswerForm(ResellerApplications applications) {
        this.applications = applications;
    }

    @Override
    public String form() {
        return "application-answer";
    }

    @Override
    public Map<String, Object> prefill(FormContext context) {
        return Map.of("question", applications.find(context.about()).openQuestion());
    }

    @Override
    public Receipt accept(FormContext context, Map<String, Object> answers) {
        var token = context.about();
        try {
            applications.answer(token, answer(answers));
            var number = applications.find(token).number();
            return new Receipt(number, "/apply/answered", "onboarding.answered");
        } catch (Conflict conflict) {
            var field = conflict.code().equals("application-not-asked") ? "" : "registrationNumber";
            throw new Invalid(List.of(FormProblems.of(field, conflict)));
        }
    }

    private static ApplicationAnswer answer(Map<String, Object> answers) {
        return new ApplicationAnswer(
                (String) answers.get("answer"),
                (String) answers.get("registrationNumber"),
                (String) answers.get("vatId"),
                (String) answers.get("preconditionReference"));
    }
}
