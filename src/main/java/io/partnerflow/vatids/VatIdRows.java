package io.partnerflow.vatids;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers about VAT ids, and silences, as rows. */
@Repository
class VatIdRows {

    private static final int LONGEST_PROBLEM = 500;

    private final JdbcClient database;

    VatIdRows(JdbcClient database) {
        this.database = database;
    }

    void insert(VatIdCheck check) {
        database.sql("""
                        INSERT INTO vat_id_check (organisation, vat_id, result, checked_at, holds_until, answered_by,
                            consultation_number, registered_name, evidence)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        check.organisation(),
                        check.vatId(),
                        check.result().name(),
                        utc(check.checkedAt()),
                        utc(check.holdsUntil()),
                        check.answeredBy(),
                        check.consultationNumber(),
                        check.registeredName(),
                        check.evidence())
                .update();
        forgetSilence(check.organisation());
    }

    /** What was asked has been answered, or is no longer asked. */
    void forgetSilence(UUID organisation) {
        database.sql("DELETE FROM vat_id_outage WHERE organisation = ?")
                .param(organisation)
                .update();
    }

    /** The last word about the organisation, whether it still holds or not. */
    Optional<VatIdCheck> last(UUID organisation) {
        return database.sql("SELECT * FROM vat_id_check WHERE organisation = ? ORDER BY id DESC LIMIT 1")
                .param(organisation)
                .query(VatIdRows::check)
                .optional();
    }

    /** The last word about each of them. */
    List<VatIdCheck> last(Collection<UUID> organisations) {
        return organisations.isEmpty()
                ? List.of()
                : database.sql(
                                "SELECT DISTINCT ON (organisation) * FROM vat_id_check WHERE organisation IN (:ids) ORDER BY organisation, id DESC")
                        .param("ids", organisations)
                        .query(VatIdRows::check)
                        .list();
    }

    /** Notes that a register was silent. */
    Outage silent(UUID organisation, String problem, Instant now) {
        return database.sql("""
                        INSERT INTO vat_id_outage (organisation, since, tries, problem) VALUES (:organisation, :now, 1, :problem)
                        ON CONFLICT (organisation) DO UPDATE SET tries = vat_id_outage.tries + 1, problem = excluded.problem
                        RETURNING *""")
                .param("organisation", organisation)
                .param("now", utc(now))
                .param("problem", problem.substring(0, Math.min(problem.length(), LONGEST_PROBLEM)))
                .query(VatIdRows::outage)
                .single();
    }

    Optional<Outage> outage(UUID organisation) {
        return database.sql("SELECT * FROM vat_id_outage WHERE organisation = ?")
                .param(organisation)
                .query(VatIdRows::outage)
                .optional();
    }

    /** How long a register has been silent about an organisation, and what came instead of an answer. */
    record Outage(Instant since, int tries, String problem) {}

    private static Outage outage(ResultSet row, int i) throws SQLException {
        return new Outage(
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getInt("tries"),
                row.getString("problem"));
    }

    private static VatIdCheck check(ResultSet row, int i) throws SQLException {
        return new VatIdCheck(
                row.getObject("organisation", UUID.class),
                row.getString("vat_id"),
                VatIdCheck.Result.valueOf(row.getString("result")),
                row.getObject("checked_at", OffsetDateTime.class).toInstant(),
                row.getObject("holds_until", OffsetDateTime.class).toInstant(),
                row.getString("answered_by"),
                row.getString("consultation_number"),
                row.getString("registered_name"),
                row.getString("evidence"));
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
