package io.partnerflow.payouts;

import io.partnerflow.engine.Variable;

/** The names {@code processes/payout.bpmn} and this module agree on. */
final class PayoutProcess {

    static final String PREPARED = "payout.prepared";

    /** Why a run is held. */
    static final Variable<String> PAYOUT_NOTE = Variable.note("payoutNote");

    /** What the bank said when it refused the file. */
    static final Variable<String> EXECUTION_NOTE = Variable.note("executionNote");

    private PayoutProcess() {}
}
