package io.partnerflow.commission;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What a reseller has earned, summed up by month. */
@ModuleService
@Transactional(readOnly = true)
public class CompensationByMonth {

    private final JdbcClient database;

    CompensationByMonth(JdbcClient database) {
        this.database = database;
    }

    /**
     * One month in one currency. What is about a contract counts in the month in which its statement was sent.
     *
     * @param earned by the statements of the month, before what months before had left
     * @param billed what of it was billed in the reseller's name
     * @param open what of it can still be objected to, or is
     */
    public record Sum(YearMonth month, Money earned, Money billed, Money open) {}

    /**
     * Those that have statements, by currency, oldest first; statements that were taken back do not count.
     *
     * @param from first month
     */
    public List<Sum> of(UUID reseller, YearMonth from) {
        return database.sql("""
                        SELECT date_trunc('month', coalesce(s.month, s.sent_on))::date AS of_month, s.currency,
                            sum(s.month_total) AS earned,
                            coalesce(sum(s.payable) FILTER (WHERE s.status = 'ISSUED'), 0) AS billed,
                            coalesce(sum(s.payable) FILTER (WHERE s.status IN ('SENT', 'DISPUTED', 'DECIDED')), 0) AS open
                        FROM compensation_statement s
                        WHERE s.reseller_id = :reseller AND s.status <> 'DRAWN_UP' AND s.status <> 'WITHDRAWN'
                            AND coalesce(s.month, s.sent_on) >= :from
                        GROUP BY 1, 2 ORDER BY s.currency, 1""")
                .param("reseller", reseller)
                .param("from", from.atDay(1))
                .query(CompensationByMonth::sum)
                .list();
    }

    private static Sum sum(ResultSet row, int number) throws SQLException {
        return new Sum(
                YearMonth.from(row.getObject("of_month", LocalDate.class)),
                money(row, "earned"),
                money(row, "billed"),
                money(row, "open"));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.of(row.getBigDecimal(column), row.getString("currency"));
    }
}
