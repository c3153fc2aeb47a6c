package io.partnerflow.devices;

import io.partnerflow.engine.Variable;
import java.time.Instant;

/** The names {@code processes/seat-coverage.bpmn}, {@code processes/coverage-run.bpmn} and this module agree on. */
final class SeatCoverageProcess {

    static final String SEATS_MISSING = "seats.missing";
    static final String SEATS_ADDED = "seats.added";

    static final Variable<Instant> GRACE_REMINDER_AT = Variable.moment("graceReminderAt");
    static final Variable<Instant> GRACE_ENDS_AT = Variable.moment("graceEndsAt");
    static final Variable<Boolean> SEATS_STILL_MISSING = Variable.flag("seatsStillMissing");

    static final Variable<String> LOOKED_AT_UP_TO = Variable.id("lookedAtUpTo");
    static final Variable<Boolean> MORE_TO_LOOK_AT = Variable.flag("moreToLookAt");

    private SeatCoverageProcess() {}
}
