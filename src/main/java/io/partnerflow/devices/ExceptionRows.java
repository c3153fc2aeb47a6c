package io.partnerflow.devices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of exceptions. */
@Repository
class ExceptionRows {

    /** @param validUntil last day */
    record Row(
            String number, UUID customer, String reason, LocalDate validUntil, String grantedBy, Instant grantedAt) {}

    private final JdbcClient database;

    ExceptionRows(JdbcClient database) {
        this.database = database;
    }

    void insert(Row row) {
        database.sql("""
                        INSERT INTO seat_override (number, customer_id, reason, valid_until, granted_by, granted_at)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(
                        row.number(),
                        row.customer(),
                        row.reason(),
                        row.validUntil(),
                        row.grantedBy(),
                        OffsetDateTime.ofInstant(row.grantedAt(), ZoneOffset.UTC))
                .update();
    }

    Row get(String number) {
        return database.sql("SELECT * FROM seat_override WHERE number = ?")
                .param(number)
                .query((row, i) -> new Row(
                        row.getString("number"),
                        row.getObject("customer_id", UUID.class),
                        row.getString("reason"),
                        row.getObject("valid_until", LocalDate.class),
                        row.getString("granted_by"),
                        row.getObject("granted_at", OffsetDateTime.class).toInstant()))
                .single();
    }
}
