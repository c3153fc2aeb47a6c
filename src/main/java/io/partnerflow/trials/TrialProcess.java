package io.partnerflow.trials;

import io.partnerflow.engine.Variable;
import java.time.Instant;

/** The names {@code processes/trial.bpmn} and this module agree on. */
final class TrialProcess {

    static final String TRIAL_STARTED = "trial.started";
    static final String TRIAL_USERS_CHANGED = "trial.users-changed";
    static final String TRIAL_EXTENDED = "trial.extended";
    static final String TRIAL_CONVERTED = "trial.converted";
    static final String TRIAL_DATA_RETURN_REQUESTED = "trial.data-return-requested";

    static final Variable<Instant> FIRST_REMINDER_AT = Variable.moment("firstReminderAt");
    static final Variable<Instant> LAST_REMINDER_AT = Variable.moment("lastReminderAt");
    static final Variable<Instant> TRIAL_ENDS_AT = Variable.moment("trialEndsAt");
    static final Variable<Instant> FIRST_PURGE_WARNING_AT = Variable.moment("firstPurgeWarningAt");
    static final Variable<Instant> LAST_PURGE_WARNING_AT = Variable.moment("lastPurgeWarningAt");
    static final Variable<Instant> PURGE_AT = Variable.moment("purgeAt");

    private TrialProcess() {}
}
