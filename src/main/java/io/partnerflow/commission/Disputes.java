package io.partnerflow.commission;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.BusinessError;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.TaskCompleted;
import io.partnerflow.engine.Workflow;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;

/** Objections to statements: made by the reseller in time, decided by the billing desk. */
@ModuleService
public class Disputes {

    private final StatementRows statements;
    private final DisputeRows disputes;
    private final Counting counting;
    private final StatementMail mail;
    private final Workflow workflow;
    private final VendorCalendar calendar;
    private final AuditTrail audit;
    private final CommissionWords words;

    Disputes(
            StatementRows statements,
            DisputeRows disputes,
            Counting counting,
            StatementMail mail,
            Workflow workflow,
            VendorCalendar calendar,
            AuditTrail audit,
            CommissionWords words) {
        this.words = words;
        this.statements = statements;
        this.disputes = disputes;
        this.counting = counting;
        this.mail = mail;
        this.workflow = workflow;
        this.calendar = calendar;
        this.audit = audit;
    }

    /**
     * The reseller objects. Nothing is billed until the desk has decided.
     *
     * @param by e-mail address of who objects
     * @throws NotFound if there is no such statement for this reseller
     * @throws io.partnerflow.shared.Invalid naming every bad field
     * @throws Conflict {@code dispute-too-late} or {@code statement-not-open}
     */
    public void dispute(UUID reseller, String number, Objection objection, String by) {
        var statement = statements
                .lock(number)
                .filter(one -> one.reseller().equals(reseller))
                .orElseThrow(() -> new NotFound("statement", number));
        mustBeOpen(statement);
        var checked = ObjectionCheck.check(objection, statement);
        disputes.insert(number, checked.reason(), by, calendar.now());
        checked.lines().forEach(line -> disputes.insertLine(number, line.position(), line.expected(), line.reason()));
        statements.move(number, Statement.Status.SENT, Statement.Status.DISPUTED);
        audit.record("statement-disputed", number, checked.reason());
        workflow.correlate(CommissionProcess.DISPUTED, number);
    }

    private void mustBeOpen(Statement statement) {
        if (statement.status() != Statement.Status.SENT || statement.disputeUntil() == null) {
            throw new Conflict("statement-not-open", statement.number());
        }
        if (calendar.today().isAfter(statement.disputeUntil())) {
            throw new Conflict("dispute-too-late", statement.number(), statement.disputeUntil());
        }
    }

    /** Notes who decided, in the transaction of the decision. */
    @EventListener(condition = "#completed.task() == 'statement.decide-dispute'")
    public void decided(TaskCompleted completed) {
        disputes.decidedBy(completed.businessKey(), completed.by());
    }

    /**
     * Carries out what the desk has decided and answers the reseller, once.
     *
     * @param choice {@code uphold}, {@code correct} or {@code reject}
     * @param corrections see {@link Corrections}; read for {@code correct} only
     * @throws BusinessError {@code decisionUnusable} if the desk has to look again
     */
    void decide(String number, String choice, @Nullable String corrections, String answer) {
        var statement = statements.lock(number).orElseThrow();
        if (statement.status() != Statement.Status.DISPUTED) {
            return;
        }
        try {
            var decision = decisionOf(choice);
            counting.correct(statement, amounts(decision, corrections, statement), answer, disputes.decidedBy(number));
            disputes.decided(number, decision, answer, calendar.now());
            statements.move(number, Statement.Status.DISPUTED, Statement.Status.DECIDED);
            audit.record("dispute-decided", number, "%s: %s".formatted(decision, answer));
            mail.answer(statements.find(number).orElseThrow());
        } catch (Corrections.Unusable unusable) {
            var said = words.toStaff(unusable.key(), unusable.args());
            disputes.problem(number, said);
            throw new BusinessError("decisionUnusable", said);
        }
    }

    private static Statement.Decision decisionOf(String choice) {
        return switch (choice) {
            case "uphold" -> Statement.Decision.UPHELD;
            case "correct" -> Statement.Decision.CORRECTED;
            case "reject" -> Statement.Decision.REJECTED;
            default -> throw new IllegalArgumentException("not a decision about a dispute: " + choice);
        };
    }

    private static Map<Integer, Money> amounts(
            Statement.Decision decision, @Nullable String corrections, Statement statement) {
        return switch (decision) {
            case UPHELD -> expected(statement);
            case CORRECTED -> Corrections.read(corrections, statement);
            case REJECTED -> Map.of();
        };
    }

    private static Map<Integer, Money> expected(Statement statement) {
        var expected = statement.lines().stream()
                .filter(line -> line.expected() != null)
                .collect(Collectors.toMap(Statement.Line::position, Statement.Line::expected));
        if (expected.isEmpty()) {
            throw new Corrections.Unusable("expected");
        }
        return expected;
    }
}
