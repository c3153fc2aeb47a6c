package io.partnerflow.taskmail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code staff_absence}. */
@Component
class AbsenceRows {

    private static final long LOCK = 295_001;

    private final JdbcClient database;

    AbsenceRows(JdbcClient database) {
        this.database = database;
    }

    /** Until the transaction ends nobody else changes who stands in for whom. */
    void lock() {
        database.sql("SELECT pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query((row, number) -> true)
                .single();
    }

    /** Those of today and of later, by first day. */
    List<Absence> notOver(LocalDate today) {
        return database.sql("""
                        SELECT id, person, stand_in, first_day, last_day, entered_by FROM staff_absence
                        WHERE last_day >= ? ORDER BY first_day, person""").param(today).query(AbsenceRows::absence).list();
    }

    long insert(Absence absence, Instant now) {
        return database.sql("""
                        INSERT INTO staff_absence (person, stand_in, first_day, last_day, entered_by, entered_at)
                        VALUES (?, ?, ?, ?, ?, ?) RETURNING id""")
                .params(
                        absence.person(),
                        absence.standIn(),
                        absence.firstDay(),
                        absence.lastDay(),
                        absence.enteredBy(),
                        now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void endsOn(long id, LocalDate lastDay) {
        database.sql("UPDATE staff_absence SET last_day = ? WHERE id = ?")
                .params(lastDay, id)
                .update();
    }

    void delete(long id) {
        database.sql("DELETE FROM staff_absence WHERE id = ?").param(id).update();
    }

    private static Absence absence(ResultSet row, int number) throws SQLException {
        return new Absence(
                row.getLong("id"),
                row.getString("person"),
                row.getString("stand_in"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("entered_by"));
    }
}
