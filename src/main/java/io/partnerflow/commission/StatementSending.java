package io.partnerflow.commission;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.VendorCalendar;
import java.time.Instant;

/** Tells the reseller what a month or a contract has earned. */
@ModuleService
class StatementSending {

    private final StatementRows rows;
    private final StatementMail mail;
    private final Programmes programmes;
    private final AuditTrail audit;
    private final VendorCalendar calendar;

    StatementSending(
            StatementRows rows, StatementMail mail, Programmes programmes, AuditTrail audit, VendorCalendar calendar) {
        this.rows = rows;
        this.mail = mail;
        this.programmes = programmes;
        this.audit = audit;
        this.calendar = calendar;
    }

    /**
     * Prints and mails the statement, once.
     *
     * @return when the reseller can no longer object: the end of the last day, or at once
     */
    Instant send(String number) {
        var drawnUp = rows.lock(number).orElseThrow();
        var today = calendar.today();
        var days = PayoutTerms.of(programmes.get(drawnUp.programme(), drawnUp.policyVersion()))
                .disputeDays();
        rows.sent(number, today, days == 0 ? null : today.plusDays(days));
        var statement = rows.find(number).orElseThrow();
        mail.announce(statement);
        audit.record("statement-sent", number, null);
        return statement.disputeUntil() == null
                ? calendar.now()
                : calendar.startOfDay(statement.disputeUntil().plusDays(1));
    }
}
