package io.partnerflow.incoming;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What mails are about, and who may be believed to write about it. */
@Component
class Subjects {

    private static final int MOST_LETTERS = 40;

    private final JdbcClient database;

    Subjects(JdbcClient database) {
        this.database = database;
    }

    /** @param kind of what it is the number */
    record CaseSubject(
            String number, String kind, UUID reseller, UUID customer, String resellerName, String customerName) {}

    /**
     * Who writes, as far as the number is concerned.
     *
     * @param ofReseller one of the reseller's people, or the address it has named itself; else of the customer, or whom we have
     *                   written to about it
     * @param id         of the user; the address where it is nobody's own
     */
    record Correspondent(
            boolean ofReseller,
            String id,
            String name,
            @Nullable String language) {}

    /** Those of the numbers that exist, in the same order. */
    List<CaseSubject> existing(Collection<String> numbers) {
        return numbers.stream().flatMap(number -> find(number).stream()).toList();
    }

    Optional<CaseSubject> find(String number) {
        return database.sql("""
                        SELECT s.number, s.kind, s.reseller_id, s.customer_id, r.name AS reseller, c.name AS customer
                        FROM incoming_subject s JOIN organisation r ON r.id = s.reseller_id
                            JOIN organisation c ON c.id = s.customer_id WHERE s.number = ?""")
                .param(number)
                .query((row, at) -> new CaseSubject(
                        row.getString("number"),
                        row.getString("kind"),
                        row.getObject("reseller_id", UUID.class),
                        row.getObject("customer_id", UUID.class),
                        row.getString("reseller"),
                        row.getString("customer")))
                .optional();
    }

    /** Whom the address belongs to, if it is known for the number; the reseller's people first. */
    Optional<Correspondent> correspondent(CaseSubject subject, String address) {
        return address.isEmpty()
                ? Optional.empty()
                : database.sql("""
                        SELECT of_reseller, id, name, language FROM (
                            SELECT 1 AS place, m.organisation_id = :reseller AS of_reseller, u.id::text AS id, u.name, u.language
                            FROM user_account u JOIN membership m ON m.user_id = u.id
                            WHERE u.email = :address AND u.status = 'ACTIVE' AND m.organisation_id IN (:reseller, :customer)
                            UNION ALL
                            SELECT 2, o.id = :reseller, :address, o.name, o.language FROM organisation o
                            WHERE o.id IN (:reseller, :customer) AND lower(o.email) = :address
                            UNION ALL
                            SELECT 3, false, :address, l.recipient_name, l.language FROM letter l
                            WHERE l.business_key = :number AND lower(l.recipient) = :address) known
                        ORDER BY of_reseller DESC, place LIMIT 1""")
                        .param("reseller", subject.reseller())
                        .param("customer", subject.customer())
                        .param("number", subject.number())
                        .param("address", address)
                        .query((row, at) -> new Correspondent(
                                row.getBoolean("of_reseller"),
                                row.getString("id"),
                                row.getString("name"),
                                row.getString("language")))
                        .optional();
    }

    /** What we last wrote to the address about, latest first: an answer is likely to be about one of these. */
    List<String> writtenTo(String address, int most) {
        return address.isEmpty()
                ? List.of()
                : database.sql("""
                        SELECT business_key FROM (
                            SELECT business_key, id FROM letter WHERE lower(recipient) = ? ORDER BY id DESC LIMIT ?) latest
                        GROUP BY business_key ORDER BY max(id) DESC LIMIT ?""")
                        .params(address, MOST_LETTERS, most)
                        .query(String.class)
                        .list();
    }

    /** Cases of customers whose name begins with this, latest first. */
    List<String> ofCustomer(String name, int most) {
        return name.length() < 3
                ? List.of()
                : database.sql("""
                        WITH found AS (SELECT id FROM organisation WHERE lower(name) LIKE ? ORDER BY lower(name) LIMIT 10)
                        (SELECT number FROM customer_order WHERE customer_id IN (SELECT id FROM found)
                         ORDER BY number DESC LIMIT ?)
                        UNION ALL
                        (SELECT number FROM subscription WHERE customer_id IN (SELECT id FROM found)
                         ORDER BY number DESC LIMIT ?)""")
                        .params(
                                name.toLowerCase(java.util.Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%",
                                most,
                                most)
                        .query(String.class)
                        .list();
    }
}
