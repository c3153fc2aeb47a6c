package io.partnerflow.returns;

import io.partnerflow.engine.Variable;
import java.time.Instant;

/** The names {@code processes/return.bpmn}, {@code return-run.bpmn} and this module agree on. */
final class ReturnProcess {

    static final String RETURN_DUE = "return.due";

    /** What is to be done next: {@code inspect}, {@code wipe}, {@code unlock}, {@code receive}, {@code wait}, {@code complete}. */
    static final Variable<String> NEXT_WORK = Variable.id("nextWork");

    static final Variable<Instant> UNLOCK_OVER_AT = Variable.moment("unlockOverAt");
    static final Variable<Instant> CONTRACT_OVER_AT = Variable.moment("contractOverAt");

    /** When somebody looks for the first time at what is late. */
    static final Variable<Instant> LATE_AT = Variable.moment("lateAt");

    /** What is due about missing devices: {@code remind}, {@code charge}, {@code decide}, {@code wait}, {@code nothing}. */
    static final Variable<String> LATE_STEP = Variable.id("lateStep");

    static final Variable<Instant> NEXT_LOOK_AT = Variable.moment("nextLookAt");

    /** What the logistics desk chose, an ISO date. */
    static final Variable<String> GRANTED_UNTIL = Variable.id("grantedUntil");

    static final Variable<String> NOTE = Variable.note("missingNote");

    static final Variable<Boolean> MORE_DUE = Variable.flag("moreDue");

    private ReturnProcess() {}
}
