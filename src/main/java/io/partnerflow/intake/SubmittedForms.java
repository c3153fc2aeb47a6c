package io.partnerflow.intake;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which one-time form tokens have been used, and what came of it. */
@Component
class SubmittedForms {

    private static final int KEPT_DAYS = 30;

    private final JdbcClient database;
    private final Clock clock;

    SubmittedForms(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Takes the token for this transaction. Waits while another holds it, until that one is done or has given up.
     *
     * @return false if it was used before
     */
    boolean claim(UUID token, FormContext context, String form) {
        forgetOld();
        return database.sql("""
                        INSERT INTO form_submission (token, user_key, form, submitted_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO NOTHING""").params(token, context.who(), form, now()).update() == 1;
    }

    void remember(UUID token, Receipt receipt) {
        database.sql("UPDATE form_submission SET reference = ?, location = ?, message = ? WHERE token = ?")
                .params(receipt.reference(), receipt.location(), receipt.message(), token)
                .update();
    }

    /** What came of the token; empty if this user has not used it on this form. */
    Optional<Receipt> find(UUID token, FormContext context, String form) {
        return database.sql("""
                        SELECT reference, location, message FROM form_submission
                        WHERE token = ? AND user_key = ? AND form = ? AND location IS NOT NULL""")
                .params(token, context.who(), form)
                .query((row, number) -> new Receipt(row.getString(1), row.getString(2), row.getString(3)))
                .optional();
    }

    private void forgetOld() {
        database.sql("""
                        DELETE FROM form_submission WHERE token IN (
                            SELECT token FROM form_submission WHERE submitted_at < ? LIMIT 100 FOR UPDATE SKIP LOCKED)""").param(now().minusDays(KEPT_DAYS)).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
