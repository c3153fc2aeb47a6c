package io.partnerflow.commission;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.commission.CompensationDocument.Kind;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.VendorCalendar;

/** Bills statements in the reseller's name, and takes such documents back. */
@ModuleService
class SelfBilling {

    private final StatementRows statements;
    private final DocumentRows documents;
    private final DocumentDraft draft;
    private final WithdrawalRows withdrawals;
    private final CompensationNumbers numbers;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    SelfBilling(
            StatementRows statements,
            DocumentRows documents,
            DocumentDraft draft,
            WithdrawalRows withdrawals,
            CompensationNumbers numbers,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.statements = statements;
        this.documents = documents;
        this.draft = draft;
        this.withdrawals = withdrawals;
        this.numbers = numbers;
        this.calendar = calendar;
        this.audit = audit;
    }

    /** The document that bills the statement in its present round. */
    CompensationDocument current(String statement) {
        return documents
                .find(statement, withdrawals.count(statement) + 1, Kind.SELF_BILLED)
                .orElseThrow();
    }

    /** The credit that took the statement's last document back. */
    CompensationDocument lastCredit(String statement) {
        return documents
                .find(statement, withdrawals.count(statement), Kind.SELF_BILLED_CREDIT)
                .orElseThrow();
    }

    /**
     * Bills the statement, or finds that it is billed. The number is taken last, so that the series is locked for as
     * short as possible.
     */
    void bill(String number) {
        var statement = statements.lock(number).orElseThrow();
        var round = withdrawals.count(number) + 1;
        if (documents.find(number, round, Kind.SELF_BILLED).isPresent()) {
            return;
        }
        var content = draft.of(statement);
        var today = calendar.today();
        var document = content.numbered(numbers.next(Kind.SELF_BILLED, today), round, today, calendar.now());
        documents.insert(document);
        statements.move(number, statement.status(), Statement.Status.ISSUED);
        statements.settled(number, calendar.now());
        audit.record("compensation-billed", number, "%s, %s".formatted(document.number(), document.gross()));
    }

    /** Takes back the document of the round that was withdrawn, once. */
    void credit(String number) {
        var statement = statements.lock(number).orElseThrow();
        var withdrawal = withdrawals.last(number);
        if (documents.find(number, withdrawal.round(), Kind.SELF_BILLED_CREDIT).isPresent()) {
            return;
        }
        var billed =
                documents.find(number, withdrawal.round(), Kind.SELF_BILLED).orElseThrow();
        var today = calendar.today();
        var credit = DocumentDraft.credit(
                billed, numbers.next(Kind.SELF_BILLED_CREDIT, today), withdrawal.reason(), today, calendar.now());
        documents.insert(credit);
        statements.move(
                number,
                statement.status(),
                withdrawal.billedAnew() ? Statement.Status.DECIDED : Statement.Status.WITHDRAWN);
        audit.record("compensation-withdrawn", number, "%s takes back %s".formatted(credit.number(), billed.number()));
    }
}
