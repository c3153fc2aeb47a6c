package io.partnerflow.parties;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VatId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All organisations, whatever they are to us. */
@Service
@Transactional
public class Organisations {

    private final JdbcClient database;
    private final AuditTrail audit;
    private final Clock clock;

    Organisations(JdbcClient database, AuditTrail audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** Registers an organisation, or finds the one that has the registration number in its country already. */
    public Party register(NewParty wanted) {
        return byRegistrationNumber(wanted.country(), wanted.registrationNumber())
                .orElseGet(() -> insert(wanted));
    }

    private Party insert(NewParty wanted) {
        var id = UUID.randomUUID();
        database.sql("""
                        INSERT INTO organisation (id, name, country, registration_number, vat_id, email, language,
                            line1, line2, postal_code, city, created_at, version)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)""")
                .params(
                        id,
                        wanted.name(),
                        wanted.country(),
                        wanted.registrationNumber(),
                        wanted.vatId(),
                        wanted.email(),
                        wanted.language(),
                        wanted.address().line1(),
                        wanted.address().line2(),
                        wanted.address().postalCode(),
                        wanted.address().city(),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        audit.record("organisation-registered", id.toString(), wanted.name());
        return get(id);
    }

    /** Somebody found out the right VAT id; documents that are issued keep the old one. */
    public void correctVatId(UUID id, VatId right) {
        var old = get(id).vatId();
        database.sql("UPDATE organisation SET vat_id = ?, version = version + 1 WHERE id = ?")
                .params(right.value(), id)
                .update();
        audit.record("vat-id-corrected", id.toString(), "%s, was %s".formatted(right, old));
    }

    /**
     * Puts right what is known about it; documents that are issued keep what they say. The same data change nothing.
     *
     * @param right already checked
     * @param version that was read
     * @return false if somebody else has changed it since
     */
    public boolean change(UUID id, NewParty right, long version) {
        var old = get(id);
        var changed = database.sql("""
                        UPDATE organisation SET name = ?, country = ?, registration_number = ?, vat_id = ?, email = ?, language = ?,
                            line1 = ?, line2 = ?, postal_code = ?, city = ?, version = version + 1
                        WHERE id = ? AND version = ?""")
                .params(
                        right.name(),
                        right.country(),
                        right.registrationNumber(),
                        right.vatId(),
                        right.email(),
                        right.language(),
                        right.address().line1(),
                        right.address().line2(),
                        right.address().postalCode(),
                        right.address().city(),
                        id,
                        version)
                .update();
        if (changed == 1) {
            audit.record("organisation-changed", id.toString(), "%s, was %s".formatted(right, old));
        }
        return changed == 1;
    }

    /** Goes up with every change. @throws NotFound if there is none */
    @Transactional(readOnly = true)
    public long version(UUID id) {
        return database.sql("SELECT version FROM organisation WHERE id = ?")
                .param(id)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotFound("organisation", id));
    }

    /** @throws NotFound if there is none */
    @Transactional(readOnly = true)
    public Party get(UUID id) {
        return database.sql("SELECT * FROM organisation WHERE id = ?")
                .param(id)
                .query(Organisations::read)
                .optional()
                .orElseThrow(() -> new NotFound("organisation", id));
    }

    /** Those of the ids that exist, by name. */
    @Transactional(readOnly = true)
    public List<Party> get(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.sql("SELECT * FROM organisation WHERE id IN (:ids) ORDER BY name")
                        .param("ids", ids)
                        .query(Organisations::read)
                        .list();
    }

    /** @param registrationNumber in normal form */
    @Transactional(readOnly = true)
    public Optional<Party> byRegistrationNumber(String country, String registrationNumber) {
        return database.sql("SELECT * FROM organisation WHERE country = ? AND registration_number = ?")
                .params(country, registrationNumber)
                .query(Organisations::read)
                .optional();
    }

    /** Those that have the registration number, in whatever country. */
    @Transactional(readOnly = true)
    public List<Party> byRegistrationNumber(String registrationNumber) {
        return database.sql("SELECT * FROM organisation WHERE registration_number = ?")
                .param(registrationNumber)
                .query(Organisations::read)
                .list();
    }

    /** Those that have the VAT id: several where companies are taxed as a group. */
    @Transactional(readOnly = true)
    public List<Party> byVatId(String vatId) {
        return database.sql("SELECT * FROM organisation WHERE vat_id = ?")
                .param(vatId)
                .query(Organisations::read)
                .list();
    }

    private static Party read(ResultSet row, int number) throws SQLException {
        return new Party(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("country"),
                row.getString("registration_number"),
                row.getString("vat_id"),
                row.getString("email"),
                row.getString("language"),
                new Address(
                        row.getString("line1"),
                        row.getString("line2"),
                        row.getString("postal_code"),
                        row.getString("city")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
