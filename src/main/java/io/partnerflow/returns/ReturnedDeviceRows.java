package io.partnerflow.returns;

import io.partnerflow.documents.DocumentId;
import io.partnerflow.inventory.InventoryDevice;
import io.partnerflow.returns.ReturnedDevice.Condition;
import io.partnerflow.returns.ReturnedDevice.End;
import io.partnerflow.returns.ReturnedDevice.Inspection;
import io.partnerflow.returns.ReturnedDevice.State;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Devices of returns as rows, and what arrived besides. */
@Repository
class ReturnedDeviceRows {

    private static final String SELECT = """
            SELECT d.*, p.name AS product_name FROM returned_device d JOIN product p ON p.code = d.product
            """;

    private final JdbcClient database;
    private final VendorCalendar calendar;

    ReturnedDeviceRows(JdbcClient database, VendorCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    void insert(String number, int position, InventoryDevice device) {
        database.sql("""
                        INSERT INTO returned_device (return_number, position, serial, product, state, media)
                        VALUES (?, ?, ?, ?, 'ANNOUNCED', ?)""")
                .params(number, position, device.serial(), device.product(), device.storageMedia())
                .update();
    }

    List<ReturnedDevice> of(String number) {
        return database.sql(SELECT + "WHERE d.return_number = ? ORDER BY d.position")
                .param(number)
                .query(ReturnedDeviceRows::read)
                .list();
    }

    /** Devices of several returns, in one question. */
    List<ReturnedDevice> of(Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : database.sql(SELECT + "WHERE d.return_number IN (:numbers) ORDER BY d.return_number, d.position")
                        .param("numbers", numbers)
                        .query(ReturnedDeviceRows::read)
                        .list();
    }

    /** @throws NotFound if there is none */
    ReturnedDevice get(String number, int position) {
        return database.sql(SELECT + "WHERE d.return_number = ? AND d.position = ?")
                .params(number, position)
                .query(ReturnedDeviceRows::read)
                .optional()
                .orElseThrow(() -> new NotFound("returned-device", number + "/" + position));
    }

    /** Which of the serial numbers are in a return that is not over for them. */
    List<String> onTheirWay(Collection<String> serials) {
        return serials.isEmpty()
                ? List.of()
                : database.sql("SELECT serial FROM returned_device WHERE serial IN (:serials) AND state <> 'ENDED'")
                        .param("serials", serials)
                        .query(String.class)
                        .list();
    }

    /** Those of the serial numbers that were given up in a return that is over, and have not come since. */
    List<ReturnedDevice> lost(Collection<String> serials) {
        return serials.isEmpty()
                ? List.of()
                : database.sql(SELECT + """
                                JOIN device_return r ON r.number = d.return_number
                                WHERE d.serial IN (:serials) AND d.ended_as = 'LOST' AND r.status = 'COMPLETED'
                                    AND NOT EXISTS (SELECT 1 FROM returned_device later WHERE later.serial = d.serial
                                        AND later.ended_as IS DISTINCT FROM 'LOST')
                                ORDER BY d.return_number, d.position""")
                        .param("serials", serials)
                        .query(ReturnedDeviceRows::read)
                        .list();
    }

    /** Also a device that was given up as lost. */
    void receive(ReturnedDevice device, String person) {
        database.sql("""
                        UPDATE returned_device SET state = 'RECEIVED', received_at = ?, received_by = ?, ended_as = NULL,
                            ended_at = NULL, ended_by = NULL
                        WHERE return_number = ? AND position = ?""")
                .params(now(), person, device.number(), device.position())
                .update();
    }

    /** @param unlockUntil null unless somebody has to unlock it first */
    void inspect(ReturnedDevice device, Inspection seen, int media, @Nullable LocalDate unlockUntil) {
        database.sql("""
                        UPDATE returned_device SET state = :state, condition = :condition, locked = :locked,
                            parts_missing = :parts, media = :media, words = :words, photo = :photo, inspected_at = :at,
                            inspected_by = :by, unlock_until = :until
                        WHERE return_number = :number AND position = :position""")
                .param("state", (unlockUntil == null ? State.INSPECTED : State.LOCKED).name())
                .param("condition", seen.condition().name())
                .param("locked", seen.locked())
                .param("parts", seen.partsMissing())
                .param("media", media)
                .param("words", seen.words(), Types.VARCHAR)
                .param("photo", seen.photo() == null ? null : seen.photo().value(), Types.OTHER)
                .param("at", OffsetDateTime.ofInstant(seen.at(), ZoneOffset.UTC))
                .param("by", seen.by())
                .param("until", unlockUntil, Types.DATE)
                .param("number", device.number())
                .param("position", device.position())
                .update();
    }

    /** Not unlocked in time. */
    void giveUp(ReturnedDevice device) {
        database.sql("""
                        UPDATE returned_device SET state = 'INSPECTED', given_up = true
                        WHERE return_number = ? AND position = ?""").params(device.number(), device.position()).update();
    }

    void wiped(ReturnedDevice device) {
        database.sql("UPDATE returned_device SET state = 'WIPED' WHERE return_number = ? AND position = ?")
                .params(device.number(), device.position())
                .update();
    }

    void end(ReturnedDevice device, End end, String person) {
        database.sql("""
                        UPDATE returned_device SET state = 'ENDED', ended_as = ?, ended_at = ?, ended_by = ?
                        WHERE return_number = ? AND position = ?""")
                .params(end.name(), now(), person, device.number(), device.position())
                .update();
    }

    /** Written down once per return and serial number. */
    void unexpected(String number, String serial, UnexpectedArrival.Why why, String person) {
        database.sql("""
                        INSERT INTO unexpected_arrival (return_number, serial, why, recorded_at, recorded_by)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT (return_number, serial) DO NOTHING""").params(number, serial, why.name(), now(), person).update();
    }

    List<UnexpectedArrival> unexpected(String number) {
        return database.sql("SELECT * FROM unexpected_arrival WHERE return_number = ? ORDER BY id")
                .param(number)
                .query((row, i) -> new UnexpectedArrival(
                        row.getString("serial"),
                        UnexpectedArrival.Why.valueOf(row.getString("why")),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("recorded_by")))
                .list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(calendar.now(), ZoneOffset.UTC);
    }

    private static ReturnedDevice read(ResultSet row, int i) throws SQLException {
        var received = row.getObject("received_at", OffsetDateTime.class);
        var end = row.getString("ended_as");
        return new ReturnedDevice(
                row.getString("return_number"),
                row.getInt("position"),
                row.getString("serial"),
                row.getString("product"),
                row.getString("product_name"),
                State.valueOf(row.getString("state")),
                received == null ? null : received.toInstant(),
                row.getInt("media"),
                inspection(row),
                row.getObject("unlock_until", LocalDate.class),
                row.getBoolean("given_up"),
                end == null ? null : End.valueOf(end));
    }

    private static @Nullable Inspection inspection(ResultSet row) throws SQLException {
        var at = row.getObject("inspected_at", OffsetDateTime.class);
        var photo = row.getObject("photo", UUID.class);
        return at == null
                ? null
                : new Inspection(
                        Condition.valueOf(row.getString("condition")),
                        row.getBoolean("locked"),
                        row.getBoolean("parts_missing"),
                        row.getString("words"),
                        photo == null ? null : new DocumentId(photo),
                        at.toInstant(),
                        row.getString("inspected_by"));
    }
}
