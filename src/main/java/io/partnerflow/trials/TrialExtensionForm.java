package io.partnerflow.trials;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.documents.Vendor;
import io.partnerflow.intake.FormContext;
import io.partnerflow.intake.FormHandler;
import io.partnerflow.intake.Receipt;
import io.partnerflow.parties.Organisations;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Invalid;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The form that moves the end of a trial (PA-1). */
@Component
class TrialExtensionForm implements FormHandler {

    private final TrialManagement trials;
    private final Organisations organisations;
    private final CurrentCaller callers;
    private final Vendor vendor;
    private final MessageSource messages;

    TrialExtensionForm(
            TrialManagement trials,
            Organisations organisations,
            CurrentCaller callers,
            Vendor vendor,
            MessageSource messages) {
        this.trials = trials;
        this.organisations = organisations;
        this.callers = callers;
        this.vendor = vendor;
        this.messages = messages;
    }

    @Override
    public String form() {
        return "trial-extension";
    }

    @Override
    public Map<String, Object> prefill(FormContext context) {
        var trial = trial(context);
        trials.requireExtendable(trial);
        return Map.of(
                "limits",
                messages.getMessage(
                        "trial-extension-form.limits",
                        new Object[] {trials.longestExtension(trial), trials.extensionsLeft(trial)},
                        context.language()),
                "trialNumber",
                trial.number(),
                "customer",
                organisations.get(trial.customer()).name(),
                "trialEndsOn",
                new Formats(context.language(), vendor.timeZone())
                        .date(trial.dates().lastActiveDay()));
    }

    @Override
    public Receipt accept(FormContext context, Map<String, Object> answers) {
        var trial = trial(context);
        try {
            trials.extend(trial.reseller(), trial.number(), ((Number) answers.get("days")).intValue());
            return new Receipt(trial.number(), "/trials/" + trial.number(), "trial-extension-form.extended");
        } catch (Conflict conflict) {
            throw Invalid.because(conflict, "");
        }
    }

    private TrialView trial(FormContext context) {
        return trials.get(callers.require().mustBeAbleToOrder().reseller(), context.about());
    }
}
