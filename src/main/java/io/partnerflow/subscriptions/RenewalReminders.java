package io.partnerflow.subscriptions;

import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which reminders of which renewals have gone out. */
@Repository
class RenewalReminders {

    private final JdbcClient database;
    private final VendorCalendar calendar;

    RenewalReminders(JdbcClient database, VendorCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    /** A second time changes nothing. */
    void sent(String subscription, LocalDate renewalDate, int days) {
        database.sql("""
                        INSERT INTO renewal_reminder (subscription, renewal_on, days, sent_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO NOTHING""")
                .params(subscription, renewalDate, days, OffsetDateTime.ofInstant(calendar.now(), ZoneOffset.UTC))
                .update();
    }

    /** How many days before the renewal the last one was due that went out. */
    Optional<Integer> last(String subscription, LocalDate renewalDate) {
        return database.sql("""
                        SELECT days FROM renewal_reminder WHERE subscription = ? AND renewal_on = ?
                        ORDER BY days LIMIT 1""")
                .params(subscription, renewalDate)
                .query(Integer.class)
                .optional();
    }
}
