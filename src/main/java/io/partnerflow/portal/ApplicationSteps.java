package io.partnerflow.portal;

import io.partnerflow.onboarding.Message;
import io.partnerflow.onboarding.SubmittedApplication;
import io.partnerflow.portal.Shell.Step;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.VendorCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The way of an application as an applicant sees it: what was done, what is done now, what comes. */
@Component
class ApplicationSteps {

    private final MessageSource messages;
    private final VendorCalendar calendar;

    ApplicationSteps(MessageSource messages, VendorCalendar calendar) {
        this.messages = messages;
        this.calendar = calendar;
    }

    List<Step> of(SubmittedApplication application, Locale language) {
        var steps = new ArrayList<Step>();
        steps.add(step("done", "submitted", application.submittedAt(), language));
        for (var message : application.correspondence()) {
            var label = message.kind() == Message.Kind.QUESTION ? "asked" : "answered";
            steps.add(step("done", label, message.at(), language));
        }
        switch (application.status()) {
            case SUBMITTED -> {
                steps.add(step("now", "review", null, language));
                steps.add(step("next", "decision", null, language));
            }
            case ASKED -> {
                steps.add(step("now", "answer", null, language));
                steps.add(step("next", "decision", null, language));
            }
            case APPROVED -> steps.add(step("done", "approved", application.endedAt(), language));
            case REJECTED -> steps.add(step("failed", "rejected", application.endedAt(), language));
            case EXPIRED -> steps.add(step("failed", "expired", application.endedAt(), language));
            case WITHDRAWN -> steps.add(step("failed", "withdrawn", application.endedAt(), language));
        }
        return steps;
    }

    Formats formats(Locale language) {
        return new Formats(language, calendar.zone());
    }

    private Step step(String state, String name, Instant at, Locale language) {
        var label = messages.getMessage("portal.application.step." + name, null, language);
        return new Step(state, label, at == null ? null : formats(language).time(at));
    }
}
