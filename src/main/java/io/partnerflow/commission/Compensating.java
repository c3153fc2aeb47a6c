package io.partnerflow.commission;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.payments.Receivables;
import io.partnerflow.payouts.Claims;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.VendorCalendar;

/** How a billed statement is paid: first what the reseller owes us, the rest by a payout run. */
@ModuleService
class Compensating {

    private final SelfBilling billing;
    private final StatementRows statements;
    private final DocumentRows documents;
    private final Programmes programmes;
    private final Receivables receivables;
    private final Claims claims;
    private final VendorCalendar calendar;

    Compensating(
            SelfBilling billing,
            StatementRows statements,
            DocumentRows documents,
            Programmes programmes,
            Receivables receivables,
            Claims claims,
            VendorCalendar calendar) {
        this.billing = billing;
        this.statements = statements;
        this.documents = documents;
        this.programmes = programmes;
        this.receivables = receivables;
        this.claims = claims;
        this.calendar = calendar;
    }

    /**
     * Pays the reseller's own overdue invoices from the document, the longest overdue first, if the programme says so.
     *
     * <p><b>Source:</b> HA-4.
     */
    void setOff(String number) {
        var statement = statements.find(number).orElseThrow();
        var policy = programmes.get(statement.programme(), statement.policyVersion());
        if (PayoutTerms.of(policy).setOff()) {
            setOffOverdue(billing.current(number));
        }
    }

    private void setOffOverdue(CompensationDocument document) {
        var left = rest(document);
        for (var overdue : receivables.overdueOf(document.reseller(), left.currency())) {
            var amount = overdue.open().compareTo(left) < 0 ? overdue.open() : left;
            if (amount.isPositive()) {
                receivables.settle(overdue.invoice(), amount, document.number());
                documents.setOff(document.number(), overdue.invoice(), amount, calendar.now());
                left = left.minus(amount);
            }
        }
    }

    /** What is left waits for the next payout run. */
    void owe(String number) {
        var document = billing.current(number);
        claims.owe(document.number(), document.reseller(), rest(document));
    }

    /** A document that was taken back is owed to us. */
    void reverse(String number) {
        var credit = billing.lastCredit(number);
        claims.owe(credit.number(), credit.reseller(), credit.gross().negate());
    }

    private Money rest(CompensationDocument document) {
        var used = documents.setOffs(document).stream().map(SetOff::amount).toList();
        return document.gross().minus(Money.sum(document.gross().currency(), used));
    }
}
