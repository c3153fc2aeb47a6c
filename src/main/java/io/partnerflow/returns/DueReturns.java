package io.partnerflow.returns;

import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which contracts are near their end and have devices out, and when those have to be back. */
@Repository
class DueReturns {

    /** A contract whose devices have to come back. @param dueOn last day for them */
    record Due(String subscription, LocalDate dueOn) {}

    /** A return whose last day has moved. */
    record Moved(String number, LocalDate dueOn) {}

    /**
     * The last day of a return: so many days after the contract's, and as many after the new devices have come (W-33). An
     * extension moves the contract's.
     */
    private static final String ENDING = """
            WITH ending AS (
                SELECT s.number, s.order_number, s.status, e.over_on, v.due_days,
                    greatest(e.over_on - 1 + v.due_days, f.delivered_on + v.due_days) AS due_on
                FROM subscription s
                JOIN (SELECT code, version, (policy::json -> 'returns' ->> 'dueDays')::int AS due_days
                    FROM programme_version WHERE (policy::json ->> 'returnsDevices')::boolean) v
                    ON v.code = s.programme AND v.version = s.policy_version
                CROSS JOIN LATERAL (SELECT least(coalesce(s.ends_on, max(t.renews_on)),
                        (s.ended_at AT TIME ZONE :zone)::date) AS over_on
                    FROM subscription_term t WHERE t.subscription = s.number) e
                CROSS JOIN LATERAL (SELECT max(c.delivered_on) AS delivered_on
                    FROM offer o JOIN customer_order c ON c.number = o.order_number WHERE o.follows = s.number) f)
            """;

    private static final String DUE = ENDING + """
            SELECT n.number, greatest(n.due_on, CAST(:today AS date) + n.due_days) AS due_on FROM ending n
            WHERE n.over_on <= CAST(:today AS date) + :announce
                AND EXISTS (SELECT 1 FROM device d WHERE d.order_number = n.order_number AND d.serial IS NOT NULL
                    AND d.status IN ('SHIPPED', 'DELIVERED', 'IN_USE', 'DAMAGED', 'RETURN_ANNOUNCED', 'IN_TRANSIT')
                    AND NOT EXISTS (SELECT 1 FROM returned_device r WHERE r.serial = d.serial AND r.state <> 'ENDED'))
                AND NOT EXISTS (SELECT 1 FROM device_return r WHERE r.subscription = n.number AND r.kind = 'CONTRACT'
                    AND r.status = 'ANNOUNCED')
            ORDER BY n.over_on, n.number LIMIT :most""";

    private static final String MOVED = ENDING + """
            SELECT r.number, n.due_on FROM device_return r JOIN ending n ON n.number = r.subscription
            WHERE r.kind = 'CONTRACT' AND r.status = 'ANNOUNCED' AND n.due_on > r.due_on ORDER BY r.number""";

    private final JdbcClient database;
    private final VendorCalendar calendar;
    private final ReturnSettings settings;

    DueReturns(JdbcClient database, VendorCalendar calendar, ReturnSettings settings) {
        this.database = database;
        this.calendar = calendar;
        this.settings = settings;
    }

    List<Due> find(int most) {
        return database.sql(DUE)
                .param("zone", calendar.zone().getId())
                .param("today", calendar.today())
                .param("announce", settings.announceDays())
                .param("most", most)
                .query((row, i) -> new Due(row.getString("number"), row.getObject("due_on", LocalDate.class)))
                .list();
    }

    List<Moved> moved() {
        return database.sql(MOVED)
                .param("zone", calendar.zone().getId())
                .query((row, i) -> new Moved(row.getString("number"), row.getObject("due_on", LocalDate.class)))
                .list();
    }

    /** Whether the customer has ordered what follows and does not have it yet (W-33). */
    boolean waitsForNewDevices(String subscription) {
        return database.sql("""
                        SELECT EXISTS (SELECT 1 FROM offer o JOIN customer_order c ON c.number = o.order_number
                            WHERE o.follows = ? AND c.delivered_on IS NULL
                                AND c.status NOT IN ('REJECTED', 'DECLINED', 'CANCELLING', 'CANCELLED', 'LAPSED'))""").param(subscription).query(Boolean.class).single();
    }
}
