package io.partnerflow.accounts;

import static org.springframework.transaction.annotation.Propagation.REQUIRES_NEW;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was asked and answered, kept whatever becomes of the step that asked. */
@Component
class ProvisioningAttempts {

    private static final int LONGEST_ANSWER = 2000;

    private final JdbcClient database;
    private final Clock clock;

    ProvisioningAttempts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One request, however often it is tried.
     *
     * @param key the same for every try
     * @param reference of the account
     * @param caseNumber the order or trial it is made for
     * @param customer whose account is wanted; null where none is
     */
    record Request(
            String key,
            String reference,
            String caseNumber,
            String action,
            @Nullable UUID customer) {}

    /** A try that was taken on, since when the other side has been at it, and where it says how far. */
    record Outstanding(Instant since, @Nullable String statusAddress) {}

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

    /** Of two who decide at once about a request the second sees what the first has done. For this transaction. */
    void lock(String key) {
        database.sql("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(?, 210))) AS locked")
                .param(key)
                .query(Integer.class)
                .single();
    }

    /** @return id of the try that begins now */
    @Transactional(propagation = REQUIRES_NEW)
    public long begin(Request request) {
        return database.sql("""
                        INSERT INTO provisioning_attempt (request_key, reference, case_number, customer_id, action, asked_at)
                        VALUES (?, ?, ?, ?, ?, ?) RETURNING id""")
                .params(
                        request.key(),
                        request.reference(),
                        request.caseNumber(),
                        request.customer(),
                        request.action(),
                        now())
                .query(Long.class)
                .single();
    }

    /** It was done. Does nothing to a try that was answered by a call-back meanwhile. */
    @Transactional(propagation = REQUIRES_NEW)
    public void done(long attempt, String outcome, String answer, @Nullable Duration took) {
        database.sql("""
                        UPDATE provisioning_attempt a SET answered_at = ?, succeeded = true, outcome = ?, answer = ?, took_ms = ?
                        WHERE id = ? AND succeeded IS NULL AND NOT EXISTS (
                            SELECT 1 FROM provisioning_attempt b WHERE b.request_key = a.request_key AND b.succeeded)""").params(now(), outcome, answer, millis(took), attempt).update();
    }

    /** It was not done, or nobody knows. Does nothing to a try that was answered by a call-back meanwhile. */
    @Transactional(propagation = REQUIRES_NEW)
    public void failed(long attempt, RuntimeException problem, @Nullable Duration took) {
        var known = problem instanceof ProvisioningFailed failed ? failed : null;
        database.sql("""
                        UPDATE provisioning_attempt SET answered_at = ?, succeeded = false, outcome = ?, answer = ?,
                            status = ?, took_ms = ?, permanent = ? WHERE id = ? AND succeeded IS NULL""")
                .params(
                        now(),
                        known == null ? "trouble" : known.kind(),
                        shortened(String.valueOf(problem.getMessage())),
                        known == null ? null : known.status(),
                        millis(took),
                        known != null && known.permanent(),
                        attempt)
                .update();
    }

    /** The other side is at it. */
    @Transactional(propagation = REQUIRES_NEW)
    public void accepted(long attempt, AnswerOutstanding answer, Duration took) {
        database.sql("""
                        UPDATE provisioning_attempt SET outcome = 'accepted', answer = ?, status = 202, took_ms = ?,
                            status_address = ? WHERE id = ? AND succeeded IS NULL""")
                .params(answer.getMessage(), millis(took), answer.statusAddress(), attempt)
                .update();
    }

    /** The account is there: kept before anything else can go wrong. */
    @Transactional(propagation = REQUIRES_NEW)
    public void opened(long attempt, Request request, OpenedAccount opened, String outcome, @Nullable Duration took) {
        database.sql("""
                        INSERT INTO account (reference, customer_id, system_id, login_address, opened_at)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT (reference) DO NOTHING""")
                .params(request.reference(), request.customer(), opened.systemId(), opened.loginAddress(), now())
                .update();
        done(attempt, outcome, opened.systemId(), took);
    }

    Optional<OpenedAccount> account(String reference) {
        return database.sql("SELECT system_id, login_address FROM account WHERE reference = ?")
                .param(reference)
                .query((row, number) -> new OpenedAccount(row.getString(1), row.getString(2)))
                .optional();
    }

    /** What the last try of the request is called; empty if it was never made. */
    Optional<Long> last(String key) {
        return database.sql("SELECT max(id) FROM provisioning_attempt WHERE request_key = ?")
                .param(key)
                .query(Long.class)
                .optional();
    }

    Optional<Request> request(long attempt) {
        return database.sql("""
                        SELECT request_key, reference, case_number, action, customer_id FROM provisioning_attempt
                        WHERE id = ?""")
                .param(attempt)
                .query((row, number) -> new Request(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, UUID.class)))
                .optional();
    }

    /** What the other side has been at since the request was last answered; empty if nothing. */
    Optional<Outstanding> outstanding(String key) {
        return database.sql("""
                        SELECT min(asked_at) AS since, (array_agg(status_address ORDER BY id DESC))[1] AS address
                        FROM provisioning_attempt WHERE request_key = :key AND outcome = 'accepted' AND succeeded IS NULL
                            AND id > coalesce((SELECT max(id) FROM provisioning_attempt
                                WHERE request_key = :key AND succeeded IS NOT NULL), 0)
                        HAVING count(*) > 0""")
                .param("key", key)
                .query((row, number) -> new Outstanding(
                        row.getObject("since", OffsetDateTime.class).toInstant(), row.getString("address")))
                .optional();
    }

    Instant clockNow() {
        return clock.instant();
    }

    Optional<Attempt> find(long id) {
        return database.sql("SELECT * FROM provisioning_attempt WHERE id = ?")
                .param(id)
                .query(ProvisioningAttempts::attempt)
                .optional();
    }

    List<Attempt> of(String reference) {
        return database.sql("SELECT * FROM provisioning_attempt WHERE reference = ? ORDER BY id")
                .param(reference)
                .query(ProvisioningAttempts::attempt)
                .list();
    }

    List<Attempt> ofCase(String number) {
        return database.sql("SELECT * FROM provisioning_attempt WHERE case_number = ? ORDER BY id")
                .param(number)
                .query(ProvisioningAttempts::attempt)
                .list();
    }

    List<Accounts.CaseTry> latest(int most) {
        return database.sql("SELECT * FROM provisioning_attempt ORDER BY id DESC LIMIT ?")
                .param(most)
                .query((row, number) -> new Accounts.CaseTry(row.getString("case_number"), attempt(row, number)))
                .list();
    }

    private static Attempt attempt(ResultSet row, int number) throws SQLException {
        var took = row.getObject("took_ms", Integer.class);
        return new Attempt(
                row.getLong("id"),
                row.getString("action"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("succeeded", Boolean.class),
                row.getString("answer"),
                row.getString("outcome"),
                row.getObject("status", Integer.class),
                took == null ? null : Duration.ofMillis(took),
                row.getBoolean("permanent"));
    }

    private static @Nullable Integer millis(@Nullable Duration took) {
        return took == null ? null : Math.toIntExact(took.toMillis());
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST_ANSWER ? words : words.substring(0, LONGEST_ANSWER - 1) + "…";
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
