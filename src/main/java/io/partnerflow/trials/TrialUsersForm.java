package io.partnerflow.trials;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.intake.FormContext;
import io.partnerflow.intake.FormHandler;
import io.partnerflow.intake.Receipt;
import io.partnerflow.parties.Organisations;
import io.partnerflow.shared.Conflict;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The form that changes who can log in to a trial (P-26). */
@Component
class TrialUsersForm implements FormHandler {

    private final TrialManagement trials;
    private final Organisations organisations;
    private final CurrentCaller callers;

    TrialUsersForm(TrialManagement trials, Organisations organisations, CurrentCaller callers) {
        this.trials = trials;
        this.organisations = organisations;
        this.callers = callers;
    }

    @Override
    public String form() {
        return "trial-users";
    }

    @Override
    public Map<String, Object> prefill(FormContext context) {
        var trial = trial(context);
        if (trial.status() != TrialStatus.STARTING && trial.status() != TrialStatus.IN_USE) {
            throw new Conflict("trial-" + trial.status().name().toLowerCase(Locale.ROOT), trial.number());
        }
        return Map.of(
                "trialNumber",
                trial.number(),
                "customer",
                organisations.get(trial.customer()).name(),
                "users",
                People.written(trial.people()));
    }

    @Override
    public Receipt accept(FormContext context, Map<String, Object> answers) {
        var trial = trial(context);
        var people = People.typed(
                "users", answers, organisations.get(trial.customer()).language());
        trials.changeUsers(trial.reseller(), trial.number(), people, "users");
        return new Receipt(trial.number(), "/trials/" + trial.number(), "trial-users-form.changed");
    }

    private TrialView trial(FormContext context) {
        return trials.get(callers.require().mustBeAbleToOrder().reseller(), context.about());
    }
}
