package io.partnerflow.commission;

import io.partnerflow.engine.Variable;
import java.time.Instant;

/** The names {@code commission-run}, {@code statement}, {@code statement-withdrawal} and this module agree on. */
final class CommissionProcess {

    static final String DRAWN_UP = "statement.drawn-up";
    static final String DISPUTED = "statement.disputed";
    static final String WITHDRAWN = "statement.withdrawn";

    static final Variable<Boolean> MORE_DUE = Variable.flag("moreDue");
    static final Variable<Instant> DISPUTE_DEADLINE = Variable.moment("disputeDeadline");
    static final Variable<String> DISPUTE_DECISION = Variable.id("disputeDecision");
    static final Variable<String> CORRECTIONS = Variable.note("corrections");
    static final Variable<String> DISPUTE_ANSWER = Variable.note("disputeAnswer");
    static final Variable<Boolean> PAYABLE = Variable.flag("payable");
    static final Variable<Boolean> BILLED_ANEW = Variable.flag("billedAnew");

    private CommissionProcess() {}
}
