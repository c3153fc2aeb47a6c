package io.partnerflow.inventory;

import io.partnerflow.audit.AuditTrail;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has happened to each device; it only grows. */
@Component
class DeviceHistory {

    private final JdbcClient database;
    private final AuditTrail audit;
    private final Clock clock;

    DeviceHistory(JdbcClient database, AuditTrail audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    void add(Device device, Reason why) {
        database.sql(
                        "INSERT INTO device_event (device_id, status, at, by_whom, about, words) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        device.id(),
                        device.status().name(),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        audit.actor(),
                        why.about(),
                        why.words())
                .update();
    }

    /** Oldest first. */
    List<DeviceEvent> of(UUID device) {
        return database.sql("SELECT * FROM device_event WHERE device_id = ? ORDER BY id")
                .param(device)
                .query((row, i) -> new DeviceEvent(
                        DeviceStatus.valueOf(row.getString("status")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("by_whom"),
                        row.getString("about"),
                        row.getString("words")))
                .list();
    }
}
