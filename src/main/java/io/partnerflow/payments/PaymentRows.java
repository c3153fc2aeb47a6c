package io.partnerflow.payments;

import io.partnerflow.shared.VendorCalendar;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Payments as rows: written once, never changed. */
@Repository
class PaymentRows {

    private static final String INSERT = """
            INSERT INTO payment (reference, kind, invoice, entry, amount, currency, received_on, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final VendorCalendar calendar;

    PaymentRows(JdbcClient database, JdbcTemplate batches, VendorCalendar calendar) {
        this.database = database;
        this.batches = batches;
        this.calendar = calendar;
    }

    /** Until the caller's transaction ends nobody else settles anything, so that what is open stays open. */
    void oneAtATime() {
        database.sql("SELECT pg_advisory_xact_lock(hashtext('partnerflow.payments'))")
                .query((row, i) -> true)
                .single();
    }

    boolean exists(String reference) {
        return database.sql("SELECT count(*) > 0 FROM payment WHERE reference = ?")
                .param(reference)
                .query(Boolean.class)
                .single();
    }

    void insert(Payment payment) {
        insert(List.of(payment));
    }

    void insert(List<Payment> payments) {
        var now = OffsetDateTime.ofInstant(calendar.now(), ZoneOffset.UTC);
        batches.batchUpdate(INSERT, payments, 1000, (row, payment) -> {
            row.setString(1, payment.reference());
            row.setString(2, payment.kind().name());
            row.setString(3, payment.invoice());
            row.setObject(4, payment.entry(), Types.BIGINT);
            row.setBigDecimal(5, payment.amount().amount());
            row.setString(6, payment.amount().currencyCode());
            row.setObject(7, payment.receivedOn());
            row.setObject(8, now);
        });
    }
}
