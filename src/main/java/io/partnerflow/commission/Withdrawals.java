package io.partnerflow.commission;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Typed;
import io.partnerflow.shared.VendorCalendar;
import org.jspecify.annotations.Nullable;

/** The billing desk takes a self-billed document back, for good or to bill corrected lines. */
@ModuleService
public class Withdrawals {

    private final StatementRows statements;
    private final DocumentRows documents;
    private final WithdrawalRows rows;
    private final Counting counting;
    private final SelfBilling billing;
    private final Compensating compensating;
    private final Workflow workflow;
    private final VendorCalendar calendar;

    Withdrawals(
            StatementRows statements,
            DocumentRows documents,
            WithdrawalRows rows,
            Counting counting,
            SelfBilling billing,
            Compensating compensating,
            Workflow workflow,
            VendorCalendar calendar) {
        this.statements = statements;
        this.documents = documents;
        this.rows = rows;
        this.counting = counting;
        this.billing = billing;
        this.compensating = compensating;
        this.workflow = workflow;
        this.calendar = calendar;
    }

    /**
     * Takes the document back as a whole by a credit (type 261).
     *
     * @param number SB-…
     * @param reason goes to the reseller word for word
     * @param corrections lines to bill anew, one each such as {@code IN-2026-000012 = 120.00}; blank to bill nothing anew
     * @param by who at the vendor
     * @throws NotFound if there is no such self-billed document
     * @throws Conflict {@code document-withdrawn} if it has been taken back before
     * @throws Invalid naming {@code reason} or {@code corrections}
     */
    public void withdraw(String number, @Nullable String reason, @Nullable String corrections, String by) {
        var document = documents
                .find(number)
                .filter(one -> one.kind() == CompensationDocument.Kind.SELF_BILLED)
                .orElseThrow(() -> new NotFound("self-billed-document", number));
        var statement = statements.lock(document.statement()).orElseThrow();
        if (statement.status() != Statement.Status.ISSUED || rows.count(statement.number()) >= document.round()) {
            throw new Conflict("document-withdrawn", number);
        }
        var anew = corrections != null && !corrections.isBlank();
        var why = reason(reason);
        if (anew) {
            correct(statement, corrections, why, by);
        }
        rows.insert(statement.number(), new WithdrawalRows.Withdrawal(document.round(), why, anew), by, calendar.now());
        workflow.start(CommissionProcess.WITHDRAWN, statement.number());
    }

    private static String reason(@Nullable String typed) {
        var problems = new Invalid.Collector();
        var reason = Typed.optionalText("reason", typed, 2000, problems);
        if (reason == null && !problems.rejects("reason")) {
            problems.reject("reason", "withdrawal-reason", null);
        }
        problems.throwIfAny();
        return reason == null ? "" : reason;
    }

    private void correct(Statement statement, String corrections, String reason, String by) {
        try {
            counting.correct(statement, Corrections.read(corrections, statement), reason, by);
        } catch (Corrections.Unusable unusable) {
            throw Invalid.field("corrections", "corrections-unusable", unusable.key(), unusable.args());
        }
        if (!statements.find(statement.number()).orElseThrow().payable().isPositive()) {
            throw Invalid.field("corrections", "corrections-leave-nothing", null);
        }
    }

    /**
     * Issues the credit and turns the claim round.
     *
     * @return whether the statement is billed anew
     */
    boolean carryOut(String statement) {
        billing.credit(statement);
        compensating.reverse(statement);
        return rows.last(statement).billedAnew();
    }
}
