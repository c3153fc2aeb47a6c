package io.partnerflow.commission;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Withdrawals as rows. */
@Repository
class WithdrawalRows {

    private final JdbcClient database;

    WithdrawalRows(JdbcClient database) {
        this.database = database;
    }

    /** @param round of the document it takes back */
    record Withdrawal(int round, String reason, boolean billedAnew) {}

    /** How often the statement's document has been taken back. */
    int count(String statement) {
        return database.sql("SELECT count(*) FROM statement_withdrawal WHERE statement = ?")
                .param(statement)
                .query(Integer.class)
                .single();
    }

    Withdrawal last(String statement) {
        return database.sql("SELECT * FROM statement_withdrawal WHERE statement = ? ORDER BY round DESC LIMIT 1")
                .param(statement)
                .query((row, i) ->
                        new Withdrawal(row.getInt("round"), row.getString("reason"), row.getBoolean("billed_anew")))
                .single();
    }

    void insert(String statement, Withdrawal withdrawal, String by, Instant at) {
        database.sql("""
                        INSERT INTO statement_withdrawal (statement, round, reason, billed_anew, withdrawn_by, withdrawn_at)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(
                        statement,
                        withdrawal.round(),
                        withdrawal.reason(),
                        withdrawal.billedAnew(),
                        by,
                        OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }
}
