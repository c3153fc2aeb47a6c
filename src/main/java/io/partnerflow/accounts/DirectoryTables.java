package io.partnerflow.accounts;

import io.partnerflow.shared.NamedEmail;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of the built-in directory. */
class DirectoryTables {

    private final JdbcClient database;
    private final Clock clock;

    DirectoryTables(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return false if the account exists */
    boolean insert(NewAccount account) {
        return database.sql("""
                        INSERT INTO service_account (reference, customer, name, kind, status, created_at, version)
                        VALUES (?, ?, ?, 'TRIAL', 'ACTIVE', ?, 0) ON CONFLICT DO NOTHING""")
                        .params(account.reference(), account.customer(), account.customerName(), now())
                        .update()
                == 1;
    }

    void insertProperty(String reference, String name) {
        database.sql("INSERT INTO account_property (id, reference, name) VALUES (?, ?, ?)")
                .params(UUID.randomUUID(), reference, name)
                .update();
    }

    Optional<UUID> customerOf(String reference) {
        return database.sql("SELECT customer FROM service_account WHERE reference = ? FOR UPDATE")
                .param(reference)
                .query(UUID.class)
                .optional();
    }

    /** @return whose address it is from now on: the customer's, or the one who had it before */
    UUID claim(String email, UUID customer) {
        return database.sql("""
                        INSERT INTO account_email (email, customer) VALUES (?, ?)
                        ON CONFLICT (email) DO UPDATE SET customer = account_email.customer RETURNING customer""").params(email, customer).query(UUID.class).single();
    }

    /** The name of an account this address logs in to. */
    String accountNameFor(String email) {
        return database.sql("""
                        SELECT a.name FROM account_user u JOIN service_account a ON a.reference = u.reference
                        WHERE u.email = ? LIMIT 1""").param(email).query(String.class).optional().orElse("?");
    }

    void replaceUsers(String reference, List<NamedEmail> users) {
        database.sql("DELETE FROM account_user WHERE reference = ?")
                .param(reference)
                .update();
        for (var user : users) {
            database.sql("INSERT INTO account_user (reference, email, name) VALUES (?, ?, ?)")
                    .params(reference, address(user), user.name())
                    .update();
        }
    }

    /** Addresses of the customer that no longer log in anywhere are free for others. */
    void releaseUnused(UUID customer) {
        database.sql("""
                        DELETE FROM account_email e WHERE customer = ?
                            AND NOT EXISTS (SELECT 1 FROM account_user u WHERE u.email = e.email)""").param(customer).update();
    }

    /** @return false if there is no such account, or it has been purged */
    boolean setStatus(String reference, String status) {
        return database.sql("""
                        UPDATE service_account SET status = ?, version = version + 1
                        WHERE reference = ? AND status <> 'PURGED'""").params(status, reference).update() == 1;
    }

    /** What the customer may use from now on; who has bought something is no trial. */
    void setEntitlements(String reference, List<Entitlement> bought) {
        database.sql("UPDATE service_account SET kind = ?, version = version + 1 WHERE reference = ?")
                .params(bought.isEmpty() ? "TRIAL" : "CUSTOMER", reference)
                .update();
        database.sql("DELETE FROM account_entitlement WHERE reference = ?")
                .param(reference)
                .update();
        for (var one : bought) {
            database.sql("INSERT INTO account_entitlement (reference, product, quantity) VALUES (?, ?, ?)")
                    .params(reference, one.product(), one.quantity())
                    .update();
        }
    }

    void setPlan(String reference, Plan plan) {
        database.sql("UPDATE service_account SET plan = ?, version = version + 1 WHERE reference = ?")
                .params(plan.name(), reference)
                .update();
    }

    boolean setReseller(String reference, String reseller) {
        return database.sql("UPDATE service_account SET reseller = ?, version = version + 1 WHERE reference = ?")
                        .params(reseller, reference)
                        .update()
                == 1;
    }

    List<Property> properties(String reference) {
        return database.sql("""
                        SELECT id, name FROM account_property
                        WHERE reference = ? AND returned_at IS NULL ORDER BY name, id""")
                .param(reference)
                .query((row, number) -> new Property(row.getString("id"), row.getString("name")))
                .list();
    }

    void markReturned(String reference, List<String> properties) {
        database.sql("""
                        UPDATE account_property SET returned_at = :now
                        WHERE reference = :reference AND id::text IN (:properties) AND returned_at IS NULL""")
                .param("now", now())
                .param("reference", reference)
                .param("properties", properties)
                .update();
    }

    void deleteProperties(String reference) {
        database.sql("DELETE FROM account_property WHERE reference = ?")
                .param(reference)
                .update();
    }

    static String address(NamedEmail user) {
        return user.email().value().toLowerCase(Locale.ROOT);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
