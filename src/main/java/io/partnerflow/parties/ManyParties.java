package io.partnerflow.parties;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.shared.RowSet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Thousands of organisations at once, in a few statements: what {@link Organisations} and {@link Resellers} do one by one. */
@Service
@Transactional
public class ManyParties {

    private static final String KNOWN = """
            SELECT o.id, o.country, o.registration_number, o.vat_id, o.email, p.reseller_id AS primary_reseller,
                ARRAY(SELECT l.reseller_id FROM reseller_link l WHERE l.customer_id = o.id AND l.until IS NULL) AS resellers
            FROM organisation o
            LEFT JOIN primary_reseller p ON p.customer_id = o.id AND p.until IS NULL
            """;

    private final JdbcClient database;
    private final Hierarchy hierarchy;
    private final AuditTrail audit;
    private final Clock clock;

    ManyParties(JdbcClient database, Hierarchy hierarchy, AuditTrail audit, Clock clock) {
        this.database = database;
        this.hierarchy = hierarchy;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An organisation that is known already.
     *
     * @param primary null for a direct customer
     * @param resellers those who may act for it now
     */
    public record Known(
            UUID id,
            String country,
            String registrationNumber,
            @Nullable String vatId,
            String email,
            @Nullable UUID primary,
            Set<UUID> resellers) {}

    /** An organisation nobody knows yet, checked, and whose customer it becomes. */
    public record Wanted(UUID reseller, NewParty party) {}

    /** Those that have one of the registration numbers in its country. */
    @Transactional(readOnly = true)
    public List<Known> byRegistration(Collection<NewParty> parties) {
        return known(
                """
                JOIN (SELECT DISTINCT country, number FROM json_to_recordset(:rows::json) AS r (country text, number text)) r
                    ON r.country = o.country AND r.number = o.registration_number""",
                parties.stream()
                        .map(one -> Map.of("country", one.country(), "number", one.registrationNumber()))
                        .toList());
    }

    /** Those that have one of the VAT ids. */
    @Transactional(readOnly = true)
    public List<Known> byVatId(Collection<String> vatIds) {
        return known(
                "JOIN (SELECT DISTINCT vat FROM json_to_recordset(:rows::json) AS r (vat text)) r ON r.vat = o.vat_id",
                vatIds.stream().map(one -> Map.of("vat", one)).toList());
    }

    /** Resellers of any programme by registration number, in whatever country. */
    @Transactional(readOnly = true)
    public List<Known> resellersByNumber(Collection<String> numbers) {
        return known("""
                JOIN (SELECT DISTINCT number FROM json_to_recordset(:rows::json) AS r (number text)) r
                    ON r.number = replace(replace(o.registration_number, '-', ''), ' ', '')
                WHERE EXISTS (SELECT 1 FROM reseller s WHERE s.organisation_id = o.id)""", numbers.stream().map(one -> Map.of("number", one)).toList());
    }

    private List<Known> known(String which, List<? extends Map<String, ?>> rows) {
        return rows.isEmpty()
                ? List.of()
                : database.sql(KNOWN + which)
                        .param("rows", RowSet.of(rows))
                        .query(ManyParties::known)
                        .list();
    }

    private static Known known(ResultSet row, int number) throws SQLException {
        return new Known(
                row.getObject("id", UUID.class),
                row.getString("country"),
                row.getString("registration_number"),
                row.getString("vat_id"),
                row.getString("email"),
                row.getObject("primary_reseller", UUID.class),
                Arrays.stream((UUID[]) row.getArray("resellers").getArray()).collect(Collectors.toSet()));
    }

    /**
     * Registers organisations that nobody knows yet and makes each the customer of its reseller, who is its primary one.
     *
     * @param toStay false if the caller's transaction is undone: no list is kept then
     * @return their ids, in the same order
     * @throws org.springframework.dao.DuplicateKeyException if somebody else has registered one of them meanwhile
     * @throws io.partnerflow.shared.Conflict {@code link-too-deep} (HA-8)
     */
    public List<UUID> prepare(List<Wanted> wanted, boolean toStay) {
        var ids = new ArrayList<UUID>();
        RowSet.inChunks(wanted, chunk -> ids.addAll(prepareChunk(chunk, toStay)));
        var newest = new HashMap<UUID, UUID>();
        for (var index = 0; index < wanted.size(); index++) {
            newest.put(wanted.get(index).reseller(), ids.get(index));
        }
        // nobody is linked below what is new, so one of them stands for all of a reseller's
        newest.forEach(hierarchy::requireRoomFor);
        return ids;
    }

    private List<UUID> prepareChunk(List<Wanted> wanted, boolean toStay) {
        var rows = wanted.stream().map(ManyParties::row).toList();
        var json = RowSet.of(rows);
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        database.sql("""
                        INSERT INTO organisation (id, name, country, registration_number, vat_id, email, language, line1, line2,
                            postal_code, city, created_at, version)
                        SELECT id, name, country, number, vat, email, language, line1, line2, code, city, :now, 0
                        FROM json_to_recordset(:rows::json) AS r (id uuid, name text, country text, number text, vat text,
                            email text, language text, line1 text, line2 text, code text, city text)""").param("rows", json).param("now", now).update();
        database.sql("""
                        INSERT INTO primary_reseller (id, customer_id, reseller_id, since)
                        SELECT gen_random_uuid(), id, reseller, :now
                        FROM json_to_recordset(:rows::json) AS r (id uuid, reseller uuid)""").param("rows", json).param("now", now).update();
        listsLater(true);
        database.sql("""
                        INSERT INTO reseller_link (id, reseller_id, customer_id, role, since)
                        SELECT gen_random_uuid(), reseller, id, 'ADMIN', :now
                        FROM json_to_recordset(:rows::json) AS r (id uuid, reseller uuid)""").param("rows", json).param("now", now).update();
        listsLater(false);
        if (toStay) {
            refresh(rows);
        }
        var registered = new LinkedHashMap<String, String>();
        var linked = new LinkedHashMap<String, String>();
        rows.forEach(row -> {
            registered.put(String.valueOf(row.get("id")), String.valueOf(row.get("name")));
            linked.put(String.valueOf(row.get("id")), "to %s as ADMIN".formatted(row.get("reseller")));
        });
        audit.recordAll("organisation-registered", registered);
        audit.recordAll("reseller-linked", linked);
        return rows.stream().map(row -> (UUID) row.get("id")).toList();
    }

    private void refresh(List<Map<String, Object>> rows) {
        database.sql("SELECT refresh_customers(:rows::json)")
                .param(
                        "rows",
                        RowSet.of(rows.stream()
                                .map(row -> Map.of("reseller", row.get("reseller"), "customer", row.get("id")))
                                .toList()))
                .query((row, number) -> "")
                .single();
    }

    /** Whether the lists are left behind by the links that are made, for {@code refresh_customers} to catch up with at once. */
    private void listsLater(boolean later) {
        database.sql("SELECT lists_later(?)")
                .param(later)
                .query((row, number) -> "")
                .single();
    }

    private static Map<String, Object> row(Wanted wanted) {
        var party = wanted.party();
        var row = new HashMap<String, Object>();
        row.put("id", UUID.randomUUID());
        row.put("reseller", wanted.reseller());
        row.put("name", party.name());
        row.put("country", party.country());
        row.put("number", party.registrationNumber());
        row.put("vat", party.vatId());
        row.put("email", party.email());
        row.put("language", party.language());
        row.put("line1", party.address().line1());
        row.put("line2", party.address().line2());
        row.put("code", party.address().postalCode());
        row.put("city", party.address().city());
        return row;
    }

    /**
     * Takes organisations away again that nobody has done anything with: no trial, no order, no user, no document, and never with
     * another reseller than the one who prepared them.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException if something refers to one of them; nothing has
     *     changed then
     */
    public void forget(Collection<UUID> ids) {
        RowSet.inChunks(List.copyOf(ids), chunk -> {
            var json = RowSet.of(chunk.stream().map(id -> Map.of("id", id)).toList());
            requireOneReseller(json);
            for (var table : List.of("primary_reseller", "reseller_link", "listed_customer")) {
                database.sql(
                                "DELETE FROM " + table
                                        + " WHERE customer_id IN (SELECT id FROM json_to_recordset(:rows::json) AS r (id uuid))")
                        .param("rows", json)
                        .update();
            }
            database.sql(
                            "DELETE FROM organisation WHERE id IN (SELECT id FROM json_to_recordset(:rows::json) AS r (id uuid))")
                    .param("rows", json)
                    .update();
            audit.recordAll(
                    "organisation-removed",
                    chunk.stream().collect(Collectors.toMap(UUID::toString, id -> "nobody had used it")));
        });
    }

    /** What a link or a transfer has been is kept: whoever has had a second one belongs to somebody else too. */
    private void requireOneReseller(String rows) {
        var shared = database.sql("""
                        SELECT EXISTS (
                            SELECT 1 FROM (
                                SELECT customer_id, reseller_id FROM reseller_link UNION SELECT customer_id, reseller_id FROM primary_reseller) l
                            WHERE customer_id IN (SELECT id FROM json_to_recordset(:rows::json) AS r (id uuid))
                            GROUP BY customer_id HAVING count(*) > 1)""").param("rows", rows).query(Boolean.class).single();
        if (shared) {
            throw new DataIntegrityViolationException("one of them has been another reseller's customer since");
        }
    }
}
