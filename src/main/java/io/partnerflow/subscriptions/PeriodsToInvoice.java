package io.partnerflow.subscriptions;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.pricing.Instalment;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which periods have begun and are not invoiced, and what each of them costs. */
@ModuleService
public class PeriodsToInvoice {

    private final SubscriptionRows rows;
    private final Renewal renewal;
    private final Costs costs;
    private final JdbcClient database;

    PeriodsToInvoice(SubscriptionRows rows, Renewal renewal, Costs costs, JdbcClient database) {
        this.rows = rows;
        this.renewal = renewal;
        this.costs = costs;
        this.database = database;
    }

    /**
     * Takes periods that have begun, oldest first, and moves each of their subscriptions on to its next period in the
     * same statement: whoever asks next, on whichever node, gets others. After a time without service a subscription
     * comes up once per missed period. A contract that has been given notice has no period from its end on.
     *
     * @param today where the vendor is
     * @param most how many to take
     */
    public List<DuePeriods> take(LocalDate today, int most) {
        // month ends come right because every boundary is counted from the first day of the contract (C-05)
        var taken = database.sql("""
                        WITH due AS (
                            SELECT number, next_invoice_on FROM subscription
                            WHERE status = 'ACTIVE' AND next_invoice_on <= :today
                                AND (ends_on IS NULL OR next_invoice_on < ends_on)
                            ORDER BY next_invoice_on, number LIMIT :most FOR UPDATE SKIP LOCKED)
                        UPDATE subscription s SET invoiced_periods = invoiced_periods + 1, version = version + 1,
                            next_invoice_on = (start_date
                                + make_interval(months => rhythm_from_month + (invoiced_periods + 1) * rhythm_months))::date
                        FROM due WHERE s.number = due.number
                        RETURNING s.number, due.next_invoice_on, s.next_rhythm_months""")
                .param("today", today)
                .param("most", most)
                .query((row, i) -> new Taken(
                        DuePeriods.one(row.getString(1), row.getObject(2, LocalDate.class)), row.getInt(3) > 0))
                .list();
        // whoever takes the next period must find the new rhythm
        taken.stream()
                .filter(Taken::rhythmChanges)
                .map(Taken::due)
                .forEach(due -> renewal.renewUntil(due.subscription(), due.from()));
        return taken.stream().map(Taken::due).toList();
    }

    private record Taken(DuePeriods due, boolean rhythmChanges) {}

    /** Whether {@link #take} would find any. */
    public boolean anyDue(LocalDate today) {
        return database.sql("""
                        SELECT EXISTS (SELECT 1 FROM subscription WHERE status = 'ACTIVE' AND next_invoice_on <= ?
                            AND (ends_on IS NULL OR next_invoice_on < ends_on))""").param(today).query(Boolean.class).single();
    }

    /** Takes the first periods of a subscription that has just begun; taken already, nothing happens. */
    void takeFirst(String subscription, int periods) {
        database.sql("""
                        UPDATE subscription SET invoiced_periods = :periods, version = version + 1,
                            next_invoice_on = (start_date + make_interval(months => :periods * rhythm_months))::date
                        WHERE number = :number AND status = 'ACTIVE' AND invoiced_periods = 0""")
                .param("periods", periods)
                .param("number", subscription)
                .update();
    }

    /**
     * What periods cost. If one begins a new term, the subscription is renewed first, at the price list and the discounts
     * of that day (C-12).
     *
     * @throws IllegalArgumentException if no period of the subscription begins that day
     */
    public PeriodToInvoice cost(DuePeriods due) {
        var begun = rows.find(due.subscription()).orElseThrow();
        var days = IntStream.range(0, due.count())
                .mapToObj(index -> due.from(index, begun.startDate(), begun.rhythmMonths()))
                .toList();
        renewal.renewUntil(due.subscription(), days.get(days.size() - 1));
        var contract = rows.find(due.subscription()).orElseThrow();
        return costs.of(
                due.charge(),
                contract,
                days.stream().flatMap(day -> lines(contract, day).stream()).toList());
    }

    private List<PeriodToInvoice.Line> lines(SubscriptionView contract, LocalDate from) {
        var term = rows.term(contract.number(), from);
        var months = term.term().months();
        var lines = rows.lines(contract.number(), term.position());
        var annual = lines.stream().map(line -> line.priced(months).annualNet()).toList();
        var instalment = Instalment.of(term.term(), contract.rhythmMonths(), annual, from).stream()
                .filter(one -> one.period().from().equals(from))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no period of %s begins on %s".formatted(contract.number(), from)));
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).isWholeIn(instalment.period()))
                .mapToObj(i -> costs.whole(
                        lines.get(i),
                        months,
                        instalment.period(),
                        instalment.lineNets().get(i)))
                .toList();
    }
}
