package io.partnerflow.originals;

import io.partnerflow.engine.Variable;
import java.time.Instant;

/** The names {@code processes/original-agreement.bpmn} and this module agree on. */
final class OriginalProcess {

    static final String ORIGINAL_EXPECTED = "original.expected";
    static final String ORIGINAL_RECEIVED = "original.received";
    static final String AGREEMENT_VOIDED = "agreement.voided";
    static final String TASK = "original-agreement.see-to-missing-original";

    static final Variable<Instant> ORIGINAL_REMINDER_AT = Variable.moment("originalReminderAt");
    static final Variable<Instant> ORIGINAL_DEADLINE = Variable.moment("originalDeadline");
    static final Variable<String> RECEIVED_ON = Variable.id("receivedOn");
    static final Variable<String> WAIVER_REASON = Variable.note("waiverReason");

    private OriginalProcess() {}
}
