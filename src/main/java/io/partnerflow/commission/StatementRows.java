package io.partnerflow.commission;

import io.partnerflow.pricing.Kickback;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Statements as rows. A change of status happens from the right status only, or not at all. */
@Repository
class StatementRows {

    private final JdbcClient database;

    StatementRows(JdbcClient database) {
        this.database = database;
    }

    Optional<Statement> find(String number) {
        return database.sql("SELECT * FROM compensation_statement WHERE number = ?")
                .param(number)
                .query(this::statement)
                .optional();
    }

    /** Locks the row until the caller's transaction ends, so that two who change it take turns. */
    Optional<Statement> lock(String number) {
        return database.sql("SELECT * FROM compensation_statement WHERE number = ? FOR UPDATE")
                .param(number)
                .query(this::statement)
                .optional();
    }

    void sent(String number, LocalDate on, @Nullable LocalDate disputeUntil) {
        database.sql("""
                        UPDATE compensation_statement SET status = 'SENT', sent_on = ?, dispute_until = ?
                        WHERE number = ? AND status = 'DRAWN_UP'""").params(on, disputeUntil, number).update();
    }

    /** @return whether it was in that state */
    boolean move(String number, Statement.Status from, Statement.Status to) {
        return database.sql("UPDATE compensation_statement SET status = ? WHERE number = ? AND status = ?")
                        .params(to.name(), number, from.name())
                        .update()
                == 1;
    }

    /** Writes what the lines come to. */
    void count(String number, Kickback month) {
        database.sql("""
                        UPDATE compensation_statement SET month_total = ?, payable = ?, carry_out = ? WHERE number = ?""")
                .params(
                        month.monthTotal().amount(),
                        month.payable().amount(),
                        month.carryOut().amount(),
                        number)
                .update();
    }

    void settled(String number, Instant at) {
        database.sql("UPDATE compensation_statement SET settled_at = ? WHERE number = ?")
                .params(OffsetDateTime.ofInstant(at, ZoneOffset.UTC), number)
                .update();
    }

    /** Leaves an amount for a later statement, once. */
    void carry(Statement statement, Money amount) {
        database.sql("""
                        INSERT INTO compensation_carry (origin, reseller_id, programme, currency, amount)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT (origin) DO NOTHING""")
                .params(
                        statement.number(),
                        statement.reseller(),
                        statement.programme(),
                        amount.currencyCode(),
                        amount.amount())
                .update();
    }

    void correct(String number, int position, int round, Money amount, String reason, String by, Instant at) {
        database.sql("""
                        INSERT INTO compensation_correction (statement, position, round, amount, reason, corrected_by, corrected_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        number,
                        position,
                        round,
                        amount.amount(),
                        reason,
                        by,
                        OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    private Statement statement(ResultSet row, int i) throws SQLException {
        var number = row.getString("number");
        var currency = row.getString("currency");
        return new Statement(
                number,
                row.getObject("reseller_id", UUID.class),
                row.getString("programme"),
                row.getInt("policy_version"),
                month(row),
                row.getString("contract"),
                row.getString("offer"),
                Statement.Status.valueOf(row.getString("status")),
                Money.of(row.getBigDecimal("month_net"), currency),
                row.getBigDecimal("rate") == null ? null : Percentage.of(row.getBigDecimal("rate")),
                Money.of(row.getBigDecimal("carry_in"), currency),
                Money.of(row.getBigDecimal("month_total"), currency),
                Money.of(row.getBigDecimal("payable"), currency),
                Money.of(row.getBigDecimal("carry_out"), currency),
                row.getObject("sent_on", LocalDate.class),
                row.getObject("dispute_until", LocalDate.class),
                lines(number, currency),
                dispute(number));
    }

    static @Nullable YearMonth month(ResultSet row) throws SQLException {
        var first = row.getObject("month", LocalDate.class);
        return first == null ? null : YearMonth.from(first);
    }

    private List<Statement.Line> lines(String number, String currency) {
        return database.sql("""
                        SELECT l.*, c.amount AS corrected, c.reason AS correction, d.expected, d.reason AS objection
                        FROM compensation_line l
                        LEFT JOIN LATERAL (
                            SELECT * FROM compensation_correction c WHERE c.statement = l.statement AND c.position = l.position
                            ORDER BY c.round DESC LIMIT 1) c ON true
                        LEFT JOIN statement_dispute_line d ON d.statement = l.statement AND d.position = l.position
                        WHERE l.statement = ? ORDER BY l.position""")
                .param(number)
                .query((row, i) -> line(row, currency))
                .list();
    }

    private static Statement.Line line(ResultSet row, String currency) throws SQLException {
        var drawnUp = Money.of(row.getBigDecimal("amount"), currency);
        var corrected = money(row.getBigDecimal("corrected"), currency);
        return new Statement.Line(
                row.getInt("position"),
                row.getString("document"),
                row.getString("component"),
                row.getString("description"),
                row.getString("document_kind"),
                row.getObject("document_date", LocalDate.class),
                row.getString("customer_name"),
                Money.of(row.getBigDecimal("net"), currency),
                Percentage.of(row.getBigDecimal("rate")),
                drawnUp,
                corrected == null ? drawnUp : corrected,
                row.getString("formula"),
                row.getString("correction"),
                money(row.getBigDecimal("expected"), currency),
                row.getString("objection"));
    }

    private static @Nullable Money money(@Nullable BigDecimal amount, String currency) {
        return amount == null ? null : Money.of(amount, currency);
    }

    private Statement.@Nullable Dispute dispute(String number) {
        return database.sql("SELECT * FROM statement_dispute WHERE statement = ?")
                .param(number)
                .query((row, i) -> new Statement.Dispute(
                        row.getString("reason"),
                        row.getString("disputed_by"),
                        row.getObject("disputed_at", OffsetDateTime.class).toInstant(),
                        row.getString("problem"),
                        row.getString("decision") == null
                                ? null
                                : Statement.Decision.valueOf(row.getString("decision")),
                        row.getString("answer")))
                .optional()
                .orElse(null);
    }
}
