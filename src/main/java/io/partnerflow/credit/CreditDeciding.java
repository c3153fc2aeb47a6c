package io.partnerflow.credit;

import io.partnerflow.credit.CreditDecision.Outcome;
import io.partnerflow.engine.Decisions;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.TaskCompleted;
import io.partnerflow.orders.Milestone;
import io.partnerflow.orders.Orders;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.VendorCalendar;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;

/** Answers whether the vendor bears the risk: by an earlier result, by the table, by a person; each goes to the log. */
@ModuleService
class CreditDeciding {

    private static final String TABLE = "credit-check.credit-decision";
    private static final String HOUSE = "partnerflow";

    private final CreditCheckStore checks;
    private final CreditFacts facts;
    private final CreditDecisionLog log;
    private final Decisions tables;
    private final Orders orders;
    private final Programmes programmes;
    private final VendorCalendar calendar;

    CreditDeciding(
            CreditCheckStore checks,
            CreditFacts facts,
            CreditDecisionLog log,
            Decisions tables,
            Orders orders,
            Programmes programmes,
            VendorCalendar calendar) {
        this.checks = checks;
        this.facts = facts;
        this.log = log;
        this.tables = tables;
        this.orders = orders;
        this.programmes = programmes;
        this.calendar = calendar;
    }

    /** Whether an earlier yes still holds and is large enough for this order too (WA-4). */
    boolean byEarlierResult(String order) {
        var check = checks.about(order);
        var inputs = facts.about(check);
        var earlier = log.lastResult(check.customer()).filter(result -> holds(result, inputs));
        earlier.ifPresent(result -> log.append(
                new CreditDecision(
                        check.number(),
                        calendar.now(),
                        HOUSE,
                        inputs.forLog(),
                        null,
                        Outcome.APPROVE,
                        CreditDecisionLog.EARLIER_RESULT,
                        result.limit(),
                        null,
                        result.check()),
                check.customer()));
        return earlier.isPresent();
    }

    private boolean holds(CreditDecision earlier, CreditInputs inputs) {
        var order = inputs.order();
        var credit = programmes.get(order.programme(), order.policyVersion()).credit();
        var total = inputs.exposure().total();
        return earlier.outcome() == Outcome.APPROVE
                && earlier.condition() == null
                && !calendar.dateOf(earlier.at()).plusDays(credit.validDays()).isBefore(calendar.today())
                && Objects.requireNonNull(earlier.limit()).currency().equals(total.currency())
                && earlier.limit().compareTo(total) >= 0;
    }

    /** By the table that was in force when the order was begun: a changed one is for new orders. */
    Outcome byTable(String order) {
        var check = checks.about(order);
        var inputs = facts.about(check);
        var ruling = tables.ruleSince(TABLE, inputs.order().startedAt(), Decisions.About.of(order), inputs.forTable());
        var outcome = Outcome.valueOf(ruling.text("outcome"));
        log.append(
                new CreditDecision(
                        check.number(),
                        calendar.now(),
                        HOUSE,
                        inputs.forLog(),
                        new CreditDecision.Rule(TABLE, ruling.version(), ruling.rule()),
                        outcome,
                        ruling.text("reason"),
                        outcome == Outcome.APPROVE ? inputs.limit(new BigDecimal(ruling.text("limitPct"))) : null,
                        null,
                        check.agencyProblem()),
                check.customer());
        if (outcome == Outcome.REFER) {
            check.refer(calendar.now());
            checks.saveAndFlush(check);
            orders.reached(order, Milestone.CREDIT_REFERRED);
        }
        return outcome;
    }

    /** Notes who decided, in the transaction of the decision. */
    @EventListener(condition = "#completed.task() == 'credit-check.decide-credit'")
    public void decided(TaskCompleted completed) {
        var check = checks.about(completed.businessKey());
        check.decidedBy(Objects.requireNonNullElse(completed.by(), HOUSE));
        checks.saveAndFlush(check);
    }

    /**
     * Keeps what a person has decided.
     *
     * @param choice {@code approve} or {@code decline}
     * @param limit  what the customer may owe altogether, whole units of the order's currency; read for an approval only
     */
    void byPerson(
            String order, String choice, @Nullable String limit, @Nullable String condition, @Nullable String note) {
        var check = checks.about(order);
        var inputs = facts.about(check);
        var approved = choice.equals("approve");
        log.append(
                new CreditDecision(
                        check.number(),
                        calendar.now(),
                        Objects.requireNonNullElse(check.decidedBy(), HOUSE),
                        inputs.forLog(),
                        null,
                        approved ? Outcome.APPROVE : Outcome.DECLINE,
                        "person",
                        approved ? money(limit, inputs) : null,
                        approved ? written(condition) : null,
                        written(note)),
                check.customer());
    }

    private static Money money(@Nullable String limit, CreditInputs inputs) {
        return new Money(
                new BigDecimal(Objects.requireNonNull(limit)),
                inputs.exposure().thisOrder().currency());
    }

    private static @Nullable String written(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
