package io.partnerflow.accounts;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which account a customer's contracts share, and what each of them grants. */
@Repository
class SharedAccountRows {

    private final JdbcClient database;

    SharedAccountRows(JdbcClient database) {
        this.database = database;
    }

    /** The customer's account, locked for this transaction; the wanted one if it had none. */
    String claim(UUID customer, String programme, String wanted) {
        database.sql("INSERT INTO shared_account (customer_id, programme, reference) VALUES (?, ?, ?) "
                        + "ON CONFLICT (customer_id, programme) DO NOTHING")
                .params(customer, programme, wanted)
                .update();
        return database.sql("SELECT reference FROM shared_account WHERE customer_id = ? AND programme = ? FOR UPDATE")
                .params(customer, programme)
                .query(String.class)
                .single();
    }

    /** Of two changes at once the second sees what the first has done. */
    void lock(String reference) {
        database.sql("SELECT 1 FROM shared_account WHERE reference = ? FOR UPDATE")
                .param(reference)
                .query(Integer.class)
                .single();
    }

    Optional<String> find(UUID customer, String programme) {
        return database.sql("SELECT reference FROM shared_account WHERE customer_id = ? AND programme = ?")
                .params(customer, programme)
                .query(String.class)
                .optional();
    }

    /** @return false if it stood like that before */
    boolean set(String reference, String reason, List<Entitlement> granted) {
        if (sorted(granted).equals(granted(reference, reason))) {
            return false;
        }
        database.sql("DELETE FROM account_grant WHERE reference = ? AND reason = ?")
                .params(reference, reason)
                .update();
        granted.forEach(one -> database.sql(
                        "INSERT INTO account_grant (reference, reason, product, quantity) VALUES (?, ?, ?, ?)")
                .params(reference, reason, one.product(), one.quantity())
                .update());
        return true;
    }

    private List<Entitlement> granted(String reference, String reason) {
        return database
                .sql("SELECT product, quantity FROM account_grant WHERE reference = ? AND reason = ?")
                .params(reference, reason)
                .query((row, i) -> new Entitlement(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .sorted(Comparator.comparing(Entitlement::product))
                .toList();
    }

    private static List<Entitlement> sorted(List<Entitlement> granted) {
        return granted.stream()
                .sorted(Comparator.comparing(Entitlement::product))
                .toList();
    }

    /** What the account may be used for, by product. */
    List<Entitlement> total(String reference) {
        return database.sql("""
                        SELECT product, sum(quantity) FROM account_grant WHERE reference = ?
                        GROUP BY product ORDER BY product""")
                .param(reference)
                .query((row, i) -> new Entitlement(row.getString(1), row.getInt(2)))
                .list();
    }

    /** The account is to be told something new. */
    void change(String reference) {
        database.sql("UPDATE shared_account SET revision = revision + 1 WHERE reference = ?")
                .param(reference)
                .update();
    }

    /**
     * A name for what the account is to be told: another one whenever anything is different, also after a change that
     * was rolled back. Empty while nothing has changed since it was made.
     */
    Optional<String> occasion(String reference, List<Entitlement> total) {
        return database.sql("SELECT revision FROM shared_account WHERE reference = ? AND revision > 0")
                .param(reference)
                .query(Integer.class)
                .optional()
                .map(revision ->
                        revision + "-" + UUID.nameUUIDFromBytes(total.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
