package io.partnerflow.provisioning;

import io.partnerflow.accounts.Attempt;
import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.NamedEmail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people had to look at, latest first in everything that is asked. */
@Repository
class Clarifications {

    private static final int LONGEST = 2000;

    private final JdbcClient database;
    private final Clock clock;

    Clarifications(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return false if it was opened before */
    boolean open(String order, Attempt last) {
        var words = String.valueOf(last.answer());
        return database.sql("""
                        INSERT INTO provisioning_clarification
                            (order_number, step, outcome, explanation, last_attempt, opened_at)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (order_number, last_attempt) DO NOTHING""")
                        .params(
                                order,
                                last.action(),
                                last.outcome() == null ? "trouble" : last.outcome(),
                                words.length() <= LONGEST ? words : words.substring(0, LONGEST),
                                last.id(),
                                now())
                        .update()
                == 1;
    }

    Optional<Clarification> latest(String order) {
        return database.sql("SELECT * FROM provisioning_clarification WHERE order_number = ? ORDER BY id DESC LIMIT 1")
                .param(order)
                .query(Clarifications::clarification)
                .optional();
    }

    /** Who logs in first, if the reseller has named somebody else than the order does. */
    Optional<NamedEmail> firstUser(String order) {
        return database.sql("""
                        SELECT * FROM provisioning_clarification WHERE order_number = ? AND new_email IS NOT NULL
                        ORDER BY id DESC LIMIT 1""")
                .param(order)
                .query(Clarifications::clarification)
                .optional()
                .map(Clarification::firstUser);
    }

    /** What the reseller has said last about the order. */
    Optional<String> lastAnswer(String order) {
        return database.sql("""
                        SELECT coalesce(answer, '') || CASE WHEN new_email IS NULL THEN ''
                            ELSE ' → ' || new_name || ' <' || new_email || '>' END
                        FROM provisioning_clarification WHERE order_number = ? AND answered_at IS NOT NULL
                        ORDER BY id DESC LIMIT 1""").param(order).query(String.class).optional();
    }

    /** A question that was asked before and not answered is asked in these words now. */
    void ask(Clarification about, String question) {
        database.sql("UPDATE provisioning_clarification SET question = ?, asked_at = ? WHERE id = ?")
                .params(question, now(), about.id())
                .update();
    }

    /** @return false if somebody else has answered at this very moment */
    boolean answer(Clarification about, @Nullable String words, @Nullable NamedEmail firstUser, String by) {
        return database.sql("""
                        UPDATE provisioning_clarification SET answer = ?, new_email = ?, new_name = ?, answered_by = ?,
                            answered_at = ? WHERE id = ? AND answered_at IS NULL AND question IS NOT NULL""")
                        .params(
                                words,
                                firstUser == null ? null : firstUser.email().value(),
                                firstUser == null ? null : firstUser.name(),
                                by,
                                now(),
                                about.id())
                        .update()
                == 1;
    }

    private static Clarification clarification(ResultSet row, int number) throws SQLException {
        var email = row.getString("new_email");
        var asked = row.getObject("asked_at", OffsetDateTime.class);
        return new Clarification(
                row.getLong("id"),
                row.getString("order_number"),
                row.getString("step"),
                row.getString("outcome"),
                row.getString("explanation"),
                row.getLong("last_attempt"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getString("question"),
                asked == null ? null : asked.toInstant(),
                row.getString("answer"),
                email == null ? null : new NamedEmail(row.getString("new_name"), EmailAddress.of(email)),
                row.getString("answered_by"));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
