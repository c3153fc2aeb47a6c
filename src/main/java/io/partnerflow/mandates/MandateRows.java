package io.partnerflow.mandates;

import io.partnerflow.mandates.MandateView.Sequence;
import io.partnerflow.mandates.MandateView.Status;
import io.partnerflow.shared.VendorCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mandates as rows, and what they were before. */
@Repository
class MandateRows {

    private final JdbcClient database;
    private final VendorCalendar calendar;

    MandateRows(JdbcClient database, VendorCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    /** The one that counts, or the last one that did. Locked, so that two who change it take turns. */
    Optional<MandateView> lock(String order) {
        return find(order, "FOR UPDATE");
    }

    Optional<MandateView> find(String order) {
        return find(order, "");
    }

    private Optional<MandateView> find(String order, String lock) {
        return database.sql("""
                        SELECT * FROM sepa_mandate WHERE order_number = ?
                        ORDER BY (status = 'REVOKED'), reference DESC LIMIT 1
                        """ + lock).param(order).query(MandateRows::read).optional();
    }

    List<MandateView> find(Collection<String> orders) {
        return orders.isEmpty()
                ? List.of()
                : database.sql("""
                        SELECT DISTINCT ON (order_number) * FROM sepa_mandate WHERE order_number IN (:orders)
                        ORDER BY order_number, (status = 'REVOKED'), reference DESC""")
                        .param("orders", orders)
                        .query(MandateRows::read)
                        .list();
    }

    void insert(MandateView mandate) {
        database.sql("""
                        INSERT INTO sepa_mandate (reference, order_number, debtor, account_holder, iban, bic, status)
                        VALUES (:reference, :order, :debtor, :holder, :iban, :bic, 'PENDING')""")
                .param("reference", mandate.reference())
                .param("order", mandate.order())
                .param("debtor", mandate.debtor())
                .param("holder", mandate.account().holder())
                .param("iban", mandate.account().iban())
                .param("bic", mandate.account().bic())
                .update();
    }

    void changeAccount(String reference, DebitAccount account) {
        database.sql("UPDATE sepa_mandate SET account_holder = ?, iban = ?, bic = ? WHERE reference = ?")
                .params(account.holder(), account.iban(), account.bic(), reference)
                .update();
    }

    void sign(String reference, LocalDate on) {
        database.sql("UPDATE sepa_mandate SET status = 'ACTIVE', signed_on = ? WHERE reference = ?")
                .params(on, reference)
                .update();
    }

    void revoke(String reference) {
        database.sql("UPDATE sepa_mandate SET status = 'REVOKED' WHERE reference = ?")
                .param(reference)
                .update();
    }

    /** @return those that had not been collected under before */
    List<String> collected(Collection<String> references, LocalDate on) {
        return references.isEmpty()
                ? List.of()
                : database.sql("""
                        UPDATE sepa_mandate SET first_collected_on = :on
                        WHERE reference IN (:references) AND first_collected_on IS NULL RETURNING reference""")
                        .param("on", on)
                        .param("references", references)
                        .query(String.class)
                        .list();
    }

    /** Adds the mandate as it stands now to its history. */
    void keepHistory(Collection<String> references) {
        if (!references.isEmpty()) {
            database.sql("""
                            INSERT INTO sepa_mandate_history (reference, at, status, account_holder, iban, bic, signed_on, first_collected_on)
                            SELECT reference, :now, status, account_holder, iban, bic, signed_on, first_collected_on
                            FROM sepa_mandate WHERE reference IN (:references)""")
                    .param("now", OffsetDateTime.ofInstant(calendar.now(), ZoneOffset.UTC))
                    .param("references", references)
                    .update();
        }
    }

    private static MandateView read(ResultSet row, int i) throws SQLException {
        return new MandateView(
                row.getString("reference"),
                row.getString("order_number"),
                row.getObject("debtor", UUID.class),
                new DebitAccount(row.getString("account_holder"), row.getString("iban"), row.getString("bic")),
                Status.valueOf(row.getString("status")),
                row.getObject("signed_on", LocalDate.class),
                row.getObject("first_collected_on", LocalDate.class) == null ? Sequence.FRST : Sequence.RCUR);
    }
}
