package io.partnerflow.intake;

import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.VendorCalendar;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether answers fit a form. The same check serves the portal, the API and, when a task is completed, the process
 * engine, which by itself checks nothing.
 */
@Component
public class FormCheck {

    private final FeelExpressions feel;
    private final VendorCalendar calendar;

    FormCheck(FeelExpressions feel, Clock clock, @Value("${partnerflow.vendor.time-zone}") ZoneId zone) {
        this.feel = feel;
        this.calendar = new VendorCalendar(clock, zone);
    }

    /**
     * Checks everything at once. Fields that a condition hides are dropped, whatever was sent for them; names the form
     * does not ask for are refused.
     *
     * @param facts what the form shows and what its conditions and option lists refer to, by name
     */
    public CheckedForm check(FormDefinition form, FormAnswers answers, Map<String, Object> facts) {
        var checked = answering(form, facts).check(answers);
        var errors = new ArrayList<>(checked.errors());
        answers.keys().stream()
                .filter(key -> form.field(key).filter(FormComponent::asks).isEmpty())
                .map(key -> Invalid.Field.of(key, "unknown-member", "forms.unknown-member", key))
                .forEach(errors::add);
        return new CheckedForm(checked.values(), List.copyOf(errors), checked.hidden(), checked.data());
    }

    /**
     * Checks a task's form against the variables the task sees after it was filled in. Variables that are no fields of
     * the form are its facts.
     *
     * @param variables text, numbers, yes/no, lists and maps; no engine types
     */
    public CheckedForm checkTask(FormDefinition form, Map<String, Object> variables) {
        return answering(form, variables).check(FormAnswers.of(variables));
    }

    private Answering answering(FormDefinition form, Map<String, Object> facts) {
        return new Answering(form, facts, feel, calendar.today());
    }
}
