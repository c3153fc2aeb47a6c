package io.partnerflow.returns;

import io.partnerflow.shared.VendorCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Methods of wiping and what was done with them, as rows. */
@Repository
class WipeRows {

    private final JdbcClient database;
    private final VendorCalendar calendar;

    WipeRows(JdbcClient database, VendorCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    /** Those that may be used now. */
    List<WipeMethod> methods() {
        return database.sql("SELECT * FROM wipe_method WHERE active ORDER BY position")
                .query((row, i) -> method(row, "code"))
                .list();
    }

    Optional<WipeMethod> method(String code) {
        return database.sql("SELECT * FROM wipe_method WHERE active AND code = ?")
                .param(code)
                .query((row, i) -> method(row, "code"))
                .optional();
    }

    /** Every try, oldest first. */
    List<WipeRecord> of(String number) {
        return database.sql("""
                        SELECT w.*, m.code, m.name, m.standard, m.destroys FROM wipe_record w JOIN wipe_method m ON m.code = w.method
                        WHERE w.return_number = ? ORDER BY w.id""")
                .param(number)
                .query((row, i) -> new WipeRecord(
                        row.getString("serial"),
                        row.getString("medium"),
                        method(row, "code"),
                        row.getString("tool"),
                        row.getString("tool_version"),
                        row.getBoolean("passed"),
                        row.getString("operator"),
                        row.getObject("done_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void insert(ReturnedDevice device, NewWipe wipe, String operator) {
        database.sql("""
                        INSERT INTO wipe_record (return_number, serial, medium, method, tool, tool_version, passed, operator, done_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        device.number(),
                        device.serial(),
                        wipe.medium(),
                        wipe.method(),
                        wipe.tool(),
                        wipe.toolVersion(),
                        Boolean.TRUE.equals(wipe.passed()),
                        operator,
                        OffsetDateTime.ofInstant(calendar.now(), ZoneOffset.UTC))
                .update();
    }

    private static WipeMethod method(ResultSet row, String code) throws SQLException {
        return new WipeMethod(
                row.getString(code), row.getString("name"), row.getString("standard"), row.getBoolean("destroys"));
    }
}
