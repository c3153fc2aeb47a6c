package io.partnerflow.accounts;

import static org.springframework.transaction.annotation.Propagation.REQUIRES_NEW;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was asked and answered, kept whatever becomes of the step that asked. */
@Component
class ProvisioningAttempts {

    private final JdbcClient database;
    private final Clock clock;

    ProvisioningAttempts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether this request was answered with success before. */
    boolean isDone(String key) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM provisioning_attempt WHERE request_key = ? AND succeeded)")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    /** Whether this request was ever made, whatever came of it. */
    boolean isAsked(String reference, String key) {
        return database.sql(
                        "SELECT EXISTS (SELECT 1 FROM provisioning_attempt WHERE reference = ? AND request_key = ?)")
                .params(reference, key)
                .query(Boolean.class)
                .single();
    }

    /** @return id of the try that begins now */
    @Transactional(propagation = REQUIRES_NEW)
    public long begin(String key, String reference, String action) {
        return database.sql("""
                        INSERT INTO provisioning_attempt (request_key, reference, action, asked_at)
                        VALUES (?, ?, ?, ?) RETURNING id""")
                .params(key, reference, action, now())
                .query(Long.class)
                .single();
    }

    @Transactional(propagation = REQUIRES_NEW)
    public void end(long attempt, boolean succeeded, String answer) {
        database.sql("UPDATE provisioning_attempt SET answered_at = ?, succeeded = ?, answer = ? WHERE id = ?")
                .params(now(), succeeded, answer, attempt)
                .update();
    }

    /** The account is there: kept before anything else can go wrong. */
    @Transactional(propagation = REQUIRES_NEW)
    public void opened(long attempt, NewAccount wanted, OpenedAccount opened) {
        database.sql("""
                        INSERT INTO account (reference, customer_id, system_id, login_address, opened_at)
                        VALUES (?, ?, ?, ?, ?)""")
                .params(wanted.reference(), wanted.customer(), opened.systemId(), opened.loginAddress(), now())
                .update();
        end(attempt, true, opened.systemId());
    }

    Optional<OpenedAccount> account(String reference) {
        return database.sql("SELECT system_id, login_address FROM account WHERE reference = ?")
                .param(reference)
                .query((row, number) -> new OpenedAccount(row.getString(1), row.getString(2)))
                .optional();
    }

    List<Attempt> of(String reference) {
        return database.sql("""
                        SELECT action, asked_at, succeeded, answer FROM provisioning_attempt
                        WHERE reference = ? ORDER BY id""")
                .param(reference)
                .query((row, number) -> new Attempt(
                        row.getString("action"),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        row.getObject("succeeded", Boolean.class),
                        row.getString("answer")))
                .list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
