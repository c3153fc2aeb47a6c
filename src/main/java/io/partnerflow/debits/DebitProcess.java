package io.partnerflow.debits;

import io.partnerflow.engine.Variable;

/** The names {@code processes/debit-run.bpmn}, {@code debit-collection.bpmn} and this module agree on. */
final class DebitProcess {

    static final String PREPARED = "debits.prepared";
    static final String CREDITED = "debits.credited";

    static final Variable<Boolean> MORE_DUE = Variable.flag("moreDue");

    /** An ISO date: from when on postponed debits may be collected. */
    static final Variable<String> COLLECT_FROM = Variable.id("collectFrom");

    /** Why a collection is postponed. */
    static final Variable<String> RELEASE_NOTE = Variable.note("releaseNote");

    /** What the bank said when it refused the file. */
    static final Variable<String> CONFIRMATION_NOTE = Variable.note("confirmationNote");

    private DebitProcess() {}
}
