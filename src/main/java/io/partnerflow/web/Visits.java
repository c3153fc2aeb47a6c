package io.partnerflow.web;

import io.partnerflow.shared.VendorCalendar;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Keeps a machine from doing a thousand times what anybody may do without a log-in. Counts in the database, so that all
 * nodes count together, by address of the internet and day of the vendor.
 */
@Component
public class Visits {

    private final JdbcClient database;
    private final VendorCalendar calendar;

    Visits(JdbcClient database, VendorCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    /**
     * Counts one more visit from the address of the current request.
     *
     * @param action what is done, in kebab-case such as {@code reseller-application}
     * @param most how often one address may do it in a day
     * @throws TooOften if that is used up
     */
    @Transactional
    public void admit(String action, int most) {
        admit(action, address(), most);
    }

    /** The same for a visitor that is known by something else than its address. */
    @Transactional
    public void admit(String action, String visitor, int most) {
        var today = calendar.today();
        database.sql("DELETE FROM partnerflow.visit_count WHERE day < ?")
                .param(today)
                .update();
        var visits = database.sql("""
                        INSERT INTO partnerflow.visit_count (action, visitor, day, visits) VALUES (?, ?, ?, 1)
                        ON CONFLICT (action, visitor, day) DO UPDATE SET visits = visit_count.visits + 1
                        RETURNING visits""")
                .params(action, cut(visitor), today)
                .query(Integer.class)
                .single();
        if (visits > most) {
            throw new TooOften(Duration.between(calendar.now(), calendar.startOfDay(today.plusDays(1))));
        }
    }

    private static String cut(String visitor) {
        return visitor.length() <= 254 ? visitor : visitor.substring(0, 254);
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : "none";
    }

    /** Enough for today. */
    public static class TooOften extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Duration wait;

        TooOften(Duration wait) {
            super("too often today; wait " + wait);
            this.wait = wait;
        }

        /** Until it may be tried again. */
        public Duration waitFor() {
            return wait;
        }
    }
}
