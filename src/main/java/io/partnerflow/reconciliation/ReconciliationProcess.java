package io.partnerflow.reconciliation;

import io.partnerflow.engine.Variable;

/** The names {@code processes/reconciliation.bpmn}, {@code reconciliation-case.bpmn} and this module agree on. */
final class ReconciliationProcess {

    static final String DIFFERENCE_FOUND = "difference.found";
    static final String DIFFERENCE_VANISHED = "difference.vanished";

    static final Variable<Boolean> MORE_DIFFERENCES = Variable.flag("moreDifferences");
    static final Variable<Boolean> DIFFERENCE_GONE = Variable.flag("differenceGone");
    static final Variable<String> NOTE = Variable.note("differenceNote");

    private ReconciliationProcess() {}
}
