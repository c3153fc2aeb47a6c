package io.partnerflow.costs;

import io.partnerflow.access.Caller;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.Forbidden;
import io.partnerflow.shared.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What issued invoices and credit notes come to, by group and month of issue (HA-10). */
@ModuleService
public class CostReport {

    private final JdbcClient database;

    CostReport(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param group reference of the group as it stood on the invoices; empty for invoices without one
     * @param name of the group; empty if it has none
     * @param documents invoices and credit notes
     * @param net without tax, credit notes taken off
     */
    public record Line(String group, String name, YearMonth month, long documents, Money net, Money gross) {}

    /**
     * Everything issued to the organisation the caller acts for, latest month first. Serves invoice_bill_to.
     *
     * @param from first day of issue
     * @param until first day no longer counted
     * @throws Forbidden if the caller has nothing to do with money
     */
    @Transactional(readOnly = true)
    public List<Line> of(Caller caller, LocalDate from, LocalDate until) {
        return database.sql("""
                        SELECT coalesce(i.cost_group, '') AS reference, coalesce(g.name, '') AS name,
                            date_trunc('month', i.issue_date)::date AS month, i.currency, count(*) AS documents,
                            sum(CASE i.kind WHEN 'CREDIT_NOTE' THEN -i.net ELSE i.net END) AS net,
                            sum(CASE i.kind WHEN 'CREDIT_NOTE' THEN -i.gross ELSE i.gross END) AS gross
                        FROM invoice i
                        LEFT JOIN cost_group g ON g.organisation_id = i.bill_to AND g.reference = i.cost_group
                        WHERE i.bill_to = ? AND i.issue_date >= ? AND i.issue_date < ?
                        GROUP BY 1, 2, 3, 4 ORDER BY 3 DESC, 1, 4""")
                .params(caller.mustBeAbleToSeeInvoices().actingFor(), from, until)
                .query((row, number) -> new Line(
                        row.getString("reference"),
                        row.getString("name"),
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getLong("documents"),
                        Money.of(row.getBigDecimal("net"), row.getString("currency")),
                        Money.of(row.getBigDecimal("gross"), row.getString("currency"))))
                .list();
    }
}
