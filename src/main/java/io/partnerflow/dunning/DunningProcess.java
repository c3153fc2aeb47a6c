package io.partnerflow.dunning;

import io.partnerflow.engine.Variable;
import java.time.Instant;

/** The names {@code processes/dunning.bpmn}, {@code dunning-run.bpmn} and this module agree on. */
final class DunningProcess {

    static final String INVOICE_OVERDUE = "invoice.overdue";
    static final String INVOICE_SETTLED = "invoice.settled";
    static final String POSTPONED = "dunning.postponed";

    static final Variable<Boolean> MORE_DUE = Variable.flag("moreDue");
    static final Variable<Instant> SECOND_REMINDER_AT = Variable.moment("secondReminderAt");
    static final Variable<Instant> BLOCK_AT = Variable.moment("blockAt");
    static final Variable<Instant> ASK_AGAIN_AT = Variable.moment("askAgainAt");
    static final Variable<Instant> GRANTED_UNTIL_AT = Variable.moment("grantedUntilAt");

    /** What the billing desk chose, an ISO date. */
    static final Variable<String> GRANTED_UNTIL = Variable.id("grantedUntil");

    static final Variable<String> NOTE = Variable.note("dunningNote");

    private DunningProcess() {}
}
