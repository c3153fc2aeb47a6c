package io.partnerflow.shipping;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What carriers told, each message once. */
@Repository
class CarrierEventRows {

    private final JdbcClient database;

    CarrierEventRows(JdbcClient database) {
        this.database = database;
    }

    /** @return false if it was there already */
    boolean keep(String shipment, CarrierMessage message, Instant now) {
        return database.sql("""
                        INSERT INTO carrier_event (id, shipment, kind, at, received_at, words) VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (id) DO NOTHING""")
                        .params(
                                message.id(),
                                shipment,
                                message.kind(),
                                OffsetDateTime.ofInstant(message.at(), ZoneOffset.UTC),
                                OffsetDateTime.ofInstant(now, ZoneOffset.UTC),
                                message.words())
                        .update()
                == 1;
    }

    List<CarrierMessage> of(String shipment) {
        return database.sql("""
                        SELECT e.*, s.tracking_number FROM carrier_event e JOIN shipment s ON s.number = e.shipment
                        WHERE e.shipment = ? ORDER BY e.at, e.id""")
                .param(shipment)
                .query((row, i) -> new CarrierMessage(
                        row.getString("id"),
                        row.getString("tracking_number"),
                        row.getString("kind"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("words")))
                .list();
    }
}
