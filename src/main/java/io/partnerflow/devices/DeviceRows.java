package io.partnerflow.devices;

import io.partnerflow.shared.RowSet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of counts. */
@Repository
class DeviceRows {

    private final JdbcClient database;

    DeviceRows(JdbcClient database) {
        this.database = database;
    }

    /** Until the end of the transaction nobody else counts this customer's devices or judges its seats. */
    void lock(UUID customer) {
        database.sql("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('devices of ' || ?, 0))) lock")
                .param(customer.toString())
                .query(Integer.class)
                .single();
    }

    /** Those of the customers that have devices, or for whom seats were missing so far; in an order everybody locks them in. */
    List<UUID> withDevicesOrCase(Collection<UUID> customers) {
        var found = new TreeSet<UUID>();
        RowSet.inChunks(
                List.copyOf(customers),
                chunk -> found.addAll(database.sql("""
                        SELECT r.id FROM json_to_recordset(:rows::json) AS r (id uuid)
                        WHERE EXISTS (SELECT 1 FROM device_count c WHERE c.customer_id = r.id) OR EXISTS (SELECT 1 FROM coverage_case c
                            WHERE c.customer_id = r.id AND c.status IN ('WARNED', 'LIMITED'))""")
                        .param(
                                "rows",
                                RowSet.of(chunk.stream()
                                        .map(id -> Map.of("id", id))
                                        .toList()))
                        .query(UUID.class)
                        .list()));
        return List.copyOf(found);
    }

    /** By type. */
    List<DeviceCount> of(UUID customer) {
        return database.sql("SELECT * FROM device_count WHERE customer_id = ? ORDER BY type")
                .param(customer)
                .query(DeviceRows::read)
                .list();
    }

    Optional<DeviceCount> find(UUID customer, String type) {
        return database.sql("SELECT * FROM device_count WHERE customer_id = ? AND type = ?")
                .params(customer, type)
                .query(DeviceRows::read)
                .optional();
    }

    void take(UUID customer, DeviceCount count, Instant receivedAt, String reportedBy) {
        database.sql("""
                        INSERT INTO device_count_history (customer_id, type, devices, counted_at, received_at, reported_by)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(customer, count.type(), count.devices(), utc(count.countedAt()), utc(receivedAt), reportedBy)
                .update();
        database.sql("""
                        INSERT INTO device_count (customer_id, type, devices, counted_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT (customer_id, type)
                        DO UPDATE SET devices = excluded.devices, counted_at = excluded.counted_at""")
                .params(customer, count.type(), count.devices(), utc(count.countedAt()))
                .update();
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static DeviceCount read(ResultSet row, int number) throws SQLException {
        return new DeviceCount(
                row.getString("type"),
                row.getInt("devices"),
                row.getObject("counted_at", OffsetDateTime.class).toInstant());
    }
}
