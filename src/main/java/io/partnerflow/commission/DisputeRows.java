package io.partnerflow.commission;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Objections as rows. */
@Repository
class DisputeRows {

    private final JdbcClient database;

    DisputeRows(JdbcClient database) {
        this.database = database;
    }

    void insert(String statement, String reason, String by, Instant at) {
        database.sql("INSERT INTO statement_dispute (statement, reason, disputed_by, disputed_at) VALUES (?, ?, ?, ?)")
                .params(statement, reason, by, moment(at))
                .update();
    }

    void insertLine(String statement, int position, @Nullable BigDecimal expected, String reason) {
        database.sql("INSERT INTO statement_dispute_line (statement, position, expected, reason) VALUES (?, ?, ?, ?)")
                .params(statement, position, expected, reason)
                .update();
    }

    void decidedBy(String statement, @Nullable String by) {
        database.sql("UPDATE statement_dispute SET decided_by = ? WHERE statement = ?")
                .params(by, statement)
                .update();
    }

    String decidedBy(String statement) {
        return database.sql("SELECT coalesce(decided_by, '') FROM statement_dispute WHERE statement = ?")
                .param(statement)
                .query(String.class)
                .single();
    }

    void problem(String statement, String problem) {
        database.sql("UPDATE statement_dispute SET problem = ? WHERE statement = ?")
                .params(problem, statement)
                .update();
    }

    void decided(String statement, Statement.Decision decision, String answer, Instant at) {
        database.sql("""
                        UPDATE statement_dispute SET decision = ?, answer = ?, decided_at = ?, problem = NULL
                        WHERE statement = ?""").params(decision.name(), answer, moment(at), statement).update();
    }

    private static OffsetDateTime moment(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
