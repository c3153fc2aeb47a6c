package io.partnerflow.payouts;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What is owed to organisations and not paid yet. */
@ModuleService
public class Claims {

    private static final String FREE = """
            FROM payout_claim c
            WHERE NOT EXISTS (SELECT 1 FROM payout_item i WHERE i.document = c.document AND NOT i.returned)
            """;

    private final JdbcClient database;
    private final Clock clock;

    Claims(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What became of a claim.
     *
     * @param run the payout run that pays it; null while it waits for one
     * @param status of that run; null while it waits
     * @param on the day the bank is to carry it out; null while it waits
     */
    public record Fate(
            Money amount,
            @Nullable String run,
            PayoutRun.@Nullable Status status,
            @Nullable LocalDate on) {

        /** Whether the bank has paid. */
        public boolean isPaid() {
            return status == PayoutRun.Status.EXECUTED;
        }
    }

    /**
     * What an organisation has to get and no run pays yet.
     *
     * @param amount negative if the organisation owes us
     * @param account whether we know where to pay it
     */
    public record Open(UUID organisation, String name, Money amount, int documents, boolean account) {

        /** Whether the next run pays it. */
        public boolean isPayable() {
            return account && amount.isPositive();
        }
    }

    /**
     * The organisation has to get this. A second time for the same document changes nothing.
     *
     * @param document what it is for
     * @param amount negative if the organisation owes us; zero is nothing
     */
    public void owe(String document, UUID organisation, Money amount) {
        if (!amount.isZero()) {
            database.sql("""
                            INSERT INTO payout_claim (document, organisation_id, currency, amount, since)
                            VALUES (?, ?, ?, ?, ?) ON CONFLICT (document) DO NOTHING""")
                    .params(
                            document,
                            organisation,
                            amount.currencyCode(),
                            amount.amount(),
                            OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .update();
        }
    }

    /** @return empty if nothing is owed for the document */
    @Transactional(readOnly = true)
    public Optional<Fate> of(String document) {
        return database.sql("""
                        SELECT c.currency, c.amount, r.number, r.status, r.execution_date
                        FROM payout_claim c
                        LEFT JOIN payout_item i ON i.document = c.document AND NOT i.returned
                        LEFT JOIN payout_run r ON r.number = i.run
                        WHERE c.document = ?""").param(document).query(Claims::fate).optional();
    }

    /** What is waiting, by organisation. */
    @Transactional(readOnly = true)
    public List<Open> open() {
        return database.sql("""
                        SELECT f.*, o.name, a.iban IS NOT NULL AS account
                        FROM (SELECT c.organisation_id, c.currency, sum(c.amount) AS amount, count(*) AS documents
                        """ + FREE + """
                            GROUP BY c.organisation_id, c.currency) f
                        JOIN organisation o ON o.id = f.organisation_id
                        LEFT JOIN payout_account a ON a.organisation_id = f.organisation_id
                        ORDER BY f.currency, o.name, o.id""").query(Claims::waiting).list();
    }

    private static Fate fate(ResultSet row, int number) throws SQLException {
        var status = row.getString("status");
        return new Fate(
                Money.of(row.getBigDecimal("amount"), row.getString("currency")),
                row.getString("number"),
                status == null ? null : PayoutRun.Status.valueOf(status),
                row.getObject("execution_date", LocalDate.class));
    }

    private static Open waiting(ResultSet row, int number) throws SQLException {
        return new Open(
                row.getObject("organisation_id", UUID.class),
                row.getString("name"),
                Money.of(row.getBigDecimal("amount"), row.getString("currency")),
                row.getInt("documents"),
                row.getBoolean("account"));
    }
}
