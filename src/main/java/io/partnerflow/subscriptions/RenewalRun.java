package io.partnerflow.subscriptions;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.NightlyRun;
import io.partnerflow.engine.Workflow;
import io.partnerflow.engine.Workflow.Answers;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Starts a renewal for every contract somebody has to look at, in portions. */
@ModuleService
class RenewalRun implements NightlyRun {

    private static final int MOST = 500;

    private final JdbcClient database;
    private final RenewalDays days;
    private final Workflow workflow;
    private final VendorCalendar calendar;

    RenewalRun(JdbcClient database, RenewalDays days, Workflow workflow, VendorCalendar calendar) {
        this.database = database;
        this.days = days;
        this.workflow = workflow;
        this.calendar = calendar;
    }

    /** @return whether more may be due */
    boolean startDueRenewals() {
        var due = take(calendar.today());
        due.forEach(look -> workflow.start(
                ChangeProcess.RENEWAL_NEAR,
                look.subscription(),
                Answers.none()
                        .with(
                                ChangeProcess.RENEWAL_AT,
                                calendar.startOfDay(days.renewalDate(look.subscription(), look.dueOn())))));
        return !due.isEmpty();
    }

    /** Takes them in the same statement that finds them: whoever asks next, on whichever node, gets others. */
    private List<Due> take(LocalDate today) {
        return database.sql("""
                        WITH due AS (
                            SELECT number, renewal_due_on FROM subscription
                            WHERE status = 'ACTIVE' AND renewal_due_on <= :today
                            ORDER BY renewal_due_on, number LIMIT :most FOR UPDATE SKIP LOCKED)
                        UPDATE subscription s SET renewal_due_on = NULL, version = version + 1
                        FROM due WHERE s.number = due.number
                        RETURNING s.number, due.renewal_due_on""")
                .param("today", today)
                .param("most", MOST)
                .query((row, i) -> new Due(row.getString(1), row.getObject(2, LocalDate.class)))
                .list();
    }

    @Override
    public String process() {
        return "renewal-run";
    }

    @Override
    @Transactional(readOnly = true)
    public boolean hasWork() {
        return database.sql("""
                        SELECT EXISTS (SELECT 1 FROM subscription WHERE status = 'ACTIVE' AND renewal_due_on <= ?)""").param(calendar.today()).query(Boolean.class).single();
    }

    private record Due(String subscription, LocalDate dueOn) {}
}
