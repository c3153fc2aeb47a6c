package io.partnerflow.commission;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.VendorCalendar;

/** Ends the discussion about a statement: it is to be billed, or carried on. */
@ModuleService
class StatementSettlement {

    private final StatementRows rows;
    private final Counting counting;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    StatementSettlement(StatementRows rows, Counting counting, VendorCalendar calendar, AuditTrail audit) {
        this.rows = rows;
        this.counting = counting;
        this.calendar = calendar;
        this.audit = audit;
    }

    /**
     * <b>Source:</b> HA-3, HA-4. A second time finds what the first has done.
     *
     * @return whether there is something to bill
     */
    boolean settle(String number) {
        var statement = rows.lock(number).orElseThrow();
        var month = counting.count(number);
        if (month.payable().isPositive()) {
            return true;
        }
        if (rows.move(number, statement.status(), Statement.Status.CARRIED)
                && statement.status() != Statement.Status.CARRIED) {
            rows.settled(number, calendar.now());
            if (!month.carryOut().isZero()) {
                rows.carry(statement, month.carryOut());
            }
            audit.record("statement-carried", number, month.carryOut().toString());
        }
        return false;
    }
}
