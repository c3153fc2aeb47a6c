package io.partnerflow.taskmail;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.NightlyRun;
import io.partnerflow.engine.OpenTaskList;
import io.partnerflow.engine.StaffDirectory;
import io.partnerflow.shared.VendorCalendar;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Tells everybody on the morning of each working day how things stand, once, whichever node and however often asked. */
@ModuleService
class TaskReminders implements NightlyRun {

    static final LocalTime MORNING = LocalTime.of(8, 0);

    private final JdbcClient database;
    private final OpenTaskList tasks;
    private final StaffDirectory directory;
    private final MailChoices choices;
    private final Absences absences;
    private final MorningMails mails;
    private final Escalations escalations;
    private final WorkingDays workingDays;
    private final VendorCalendar calendar;
    private final TaskMailSettings settings;

    TaskReminders(
            JdbcClient database,
            OpenTaskList tasks,
            StaffDirectory directory,
            MailChoices choices,
            Absences absences,
            MorningMails mails,
            Escalations escalations,
            WorkingDays workingDays,
            VendorCalendar calendar,
            TaskMailSettings settings) {
        this.database = database;
        this.tasks = tasks;
        this.directory = directory;
        this.choices = choices;
        this.absences = absences;
        this.mails = mails;
        this.escalations = escalations;
        this.workingDays = workingDays;
        this.calendar = calendar;
        this.settings = settings;
    }

    /** Does nothing before the morning, on days on which nobody works, and the second time on one day. */
    public void tell() {
        if (isMorning()) {
            var since = lastTold();
            if (begin()) {
                tell(new Morning(
                        calendar, calendar.now(), calendar.today(), workingDays.after(calendar.today()), since));
            }
        }
    }

    private void tell(Morning morning) {
        var open = tasks.everything();
        var people = directory.everybody();
        var chosen = choices.all();
        var reached = escalations.reached(open, morning);
        var standIns = absences.today();
        mails.toPeople(open, morning, people, standIns, chosen);
        mails.toDesks(open, morning, reached.keySet());
        escalations.tellManagers(open, reached, morning, people, standIns, chosen);
    }

    @Override
    public String process() {
        return "task-reminders";
    }

    @Override
    @Transactional(readOnly = true)
    public boolean hasWork() {
        return settings.whileTimeIsMoved();
    }

    @Override
    public boolean tellsOfNow() {
        return true;
    }

    private boolean isMorning() {
        var now = calendar.now().atZone(calendar.zone());
        return !now.toLocalTime().isBefore(MORNING) && workingDays.isOne(now.toLocalDate());
    }

    /** The first who begins the day tells; whoever comes meanwhile waits and finds it begun. */
    private boolean begin() {
        return database.sql("INSERT INTO task_mail_morning (day, sent_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
                        .params(calendar.today(), calendar.now().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private Instant lastTold() {
        var former = workingDays.before(calendar.today());
        return database.sql("SELECT max(sent_at) FROM task_mail_morning WHERE day < ?")
                .param(calendar.today())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant)
                .orElse(former.atTime(MORNING).atZone(calendar.zone()).toInstant());
    }
}
