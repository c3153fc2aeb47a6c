package io.partnerflow.subscriptions;

import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.catalogue.Product;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.pricing.Instalment;
import io.partnerflow.pricing.PricedLine;
import io.partnerflow.programmes.ProgrammePolicy.BillTo;
import io.partnerflow.programmes.Programmes;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which periods have begun and are not invoiced, and what each of them costs. */
@ModuleService
public class PeriodsToInvoice {

    private final SubscriptionRows rows;
    private final Renewal renewal;
    private final Catalogue catalogue;
    private final Programmes programmes;
    private final JdbcClient database;

    PeriodsToInvoice(
            SubscriptionRows rows, Renewal renewal, Catalogue catalogue, Programmes programmes, JdbcClient database) {
        this.rows = rows;
        this.renewal = renewal;
        this.catalogue = catalogue;
        this.programmes = programmes;
        this.database = database;
    }

    /**
     * Takes periods that have begun, oldest first, and moves each of their subscriptions on to its next period in the
     * same statement: whoever asks next, on whichever node, gets others. After a time without service a subscription
     * comes up once per missed period.
     *
     * @param today where the vendor is
     * @param most how many to take
     */
    public List<DuePeriods> take(LocalDate today, int most) {
        // month ends come right because every boundary is counted from the first day of the contract (C-05)
        return database.sql("""
                        WITH due AS (
                            SELECT number, next_invoice_on FROM subscription
                            WHERE status = 'ACTIVE' AND next_invoice_on <= :today
                            ORDER BY next_invoice_on, number LIMIT :most FOR UPDATE SKIP LOCKED)
                        UPDATE subscription s SET invoiced_periods = invoiced_periods + 1, version = version + 1,
                            next_invoice_on = (start_date + make_interval(months => (invoiced_periods + 1) * rhythm_months))::date
                        FROM due WHERE s.number = due.number
                        RETURNING s.number, due.next_invoice_on""")
                .param("today", today)
                .param("most", most)
                .query((row, i) -> DuePeriods.one(row.getString(1), row.getObject(2, LocalDate.class)))
                .list();
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
        var contract = rows.find(due.subscription()).orElseThrow();
        var policy = programmes.get(contract.programme(), contract.policyVersion());
        var lines = IntStream.range(0, due.count())
                .mapToObj(index -> due.from(index, contract.startDate(), contract.rhythmMonths()))
                .flatMap(from -> lines(contract, from).stream())
                .toList();
        return new PeriodToInvoice(
                due.charge(),
                contract.number(),
                contract.orderNumber(),
                contract.reseller(),
                contract.customer(),
                policy.billTo() == BillTo.RESELLER ? contract.reseller() : contract.customer(),
                contract.poReference(),
                lines,
                contract.agreed().paymentDays());
    }

    private List<PeriodToInvoice.Line> lines(SubscriptionView contract, LocalDate from) {
        renewal.renewUntil(contract.number(), from);
        var term = rows.term(contract.number(), from);
        var lines = rows.lines(contract.number(), term.position());
        var priced =
                lines.stream().map(line -> line.priced(term.term().months())).toList();
        var instalment = Instalment.of(
                        term.term(),
                        contract.rhythmMonths(),
                        priced.stream().map(PricedLine::annualNet).toList(),
                        from)
                .stream()
                .filter(one -> one.period().from().equals(from))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no period of %s begins on %s".formatted(contract.number(), from)));
        return IntStream.range(0, lines.size())
                .mapToObj(i -> new PeriodToInvoice.Line(
                        catalogue
                                .find(lines.get(i).product())
                                .map(Product::name)
                                .orElseThrow(),
                        instalment.period(),
                        lines.get(i).quantity(),
                        priced.get(i).unitNet(),
                        priced.get(i).formula(),
                        priced.get(i).annualNet(),
                        instalment.lineNets().get(i),
                        null,
                        null))
                .toList();
    }
}
