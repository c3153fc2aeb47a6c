package io.partnerflow.credit;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.orders.Milestone;
import io.partnerflow.orders.Orders;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.VendorCalendar;
import java.time.Duration;
import java.time.Instant;

/** What follows from a decision for the order, its reseller and its customer. */
@ModuleService
class CreditOutcomes {

    private final CreditCheckStore checks;
    private final CreditDecisionLog log;
    private final CreditLetters letters;
    private final Orders orders;
    private final Programmes programmes;
    private final AuditTrail audit;
    private final VendorCalendar calendar;

    CreditOutcomes(
            CreditCheckStore checks,
            CreditDecisionLog log,
            CreditLetters letters,
            Orders orders,
            Programmes programmes,
            AuditTrail audit,
            VendorCalendar calendar) {
        this.checks = checks;
        this.log = log;
        this.letters = letters;
        this.orders = orders;
        this.programmes = programmes;
        this.audit = audit;
        this.calendar = calendar;
    }

    void approve(String order) {
        var check = checks.about(order);
        var decisions = log.of(check.number());
        var last = decisions.get(decisions.size() - 1);
        check.approve(last.condition(), calendar.now());
        keep(check, Milestone.CREDIT_APPROVED, "credit-approved");
        letters.approved(orders.get(order), check.view());
    }

    /** @return until when another way can be offered */
    Instant decline(String order) {
        var check = checks.about(order);
        var wanted = orders.get(order);
        var days = programmes
                .get(wanted.programme(), wanted.policyVersion())
                .credit()
                .alternativeDays();
        var until = calendar.now().plus(Duration.ofDays(days));
        check.lookForAlternatives(until, calendar.now());
        keep(check, Milestone.CREDIT_DECLINED, "credit-declined");
        letters.declined(wanted, check.view(), check.rounds());
        return until;
    }

    /** Whether what the reseller has chosen is to be decided on; otherwise the order ends. */
    boolean securityOffered(String order) {
        return checks.about(order).status() == CreditStatus.ASKING;
    }

    /** No other way was found in time. */
    void close(String order) {
        var check = checks.about(order);
        check.decline(calendar.now());
        checks.saveAndFlush(check);
        audit.record("credit-check-closed", check.number(), order);
        letters.closed(orders.get(order), check.view());
    }

    private void keep(CreditCheck check, Milestone milestone, String action) {
        checks.saveAndFlush(check);
        orders.reached(check.view().order(), milestone);
        audit.record(action, check.number(), check.view().order());
    }
}
