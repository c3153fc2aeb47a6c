package io.partnerflow.incoming;

import io.partnerflow.shared.VendorCalendar;
import jakarta.mail.MessagingException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks into the mailbox, one node at a time, and keeps how it went. */
@Service
@Transactional
public class MailboxRounds {

    private final IncomingSettings settings;
    private final MailIntake intake;
    private final VendorCalendar calendar;
    private final ApplicationEventPublisher events;
    private final JdbcClient database;

    MailboxRounds(
            IncomingSettings settings,
            MailIntake intake,
            VendorCalendar calendar,
            ApplicationEventPublisher events,
            JdbcClient database) {
        this.settings = settings;
        this.intake = intake;
        this.calendar = calendar;
        this.events = events;
        this.database = database;
    }

    /** How the house's mailbox is. */
    @Transactional(readOnly = true)
    public MailboxState state() {
        return settings.isOn()
                ? state(settings.name()).orElseGet(() -> new MailboxState(settings.name(), null, null, null, null))
                : new MailboxState("", null, null, null, null);
    }

    /** @return whether there is more to fetch */
    boolean look() {
        return look(settings);
    }

    /** Holds the mailbox's row as long as it looks; who finds it held lets the other one work. */
    boolean look(IncomingSettings mailbox) {
        database.sql("INSERT INTO incoming_mailbox (id) VALUES (?) ON CONFLICT DO NOTHING")
                .param(mailbox.name())
                .update();
        var mine = database.sql("SELECT id FROM incoming_mailbox WHERE id = ? FOR UPDATE SKIP LOCKED")
                .param(mailbox.name())
                .query(String.class)
                .optional();
        return mine.isPresent() && lookInto(mailbox);
    }

    private boolean lookInto(IncomingSettings mailbox) {
        try {
            var round = new Mailbox(mailbox, intake, (validity, uid) -> tries(mailbox.name(), validity, uid)).empty();
            if (round.problem() == null) {
                works(mailbox.name());
            } else {
                fails(mailbox, MailboxProblem.of(round.problem()));
            }
            return round.more();
        } catch (MessagingException | RuntimeException failure) {
            fails(mailbox, MailboxProblem.of(failure));
            return false;
        }
    }

    private int tries(String mailbox, long validity, long uid) {
        return database.sql("""
                        INSERT INTO incoming_stubborn (mailbox, validity, uid, tries, last_at) VALUES (:mailbox, :validity, :uid, 1, :now)
                        ON CONFLICT (mailbox, validity, uid) DO UPDATE SET tries = incoming_stubborn.tries + 1, last_at = :now
                        RETURNING tries""")
                .param("mailbox", mailbox)
                .param("validity", validity)
                .param("uid", uid)
                .param("now", now())
                .query(Integer.class)
                .single();
    }

    private void works(String mailbox) {
        database.sql("""
                        UPDATE incoming_mailbox SET looked_at = :now, worked_at = :now, failing_since = NULL, problem = NULL,
                            told_at = NULL WHERE id = :id""").param("now", now()).param("id", mailbox).update();
    }

    private void fails(IncomingSettings mailbox, MailboxProblem problem) {
        database.sql("""
                        UPDATE incoming_mailbox SET looked_at = :now, failing_since = coalesce(failing_since, :now),
                            problem = :problem WHERE id = :id""")
                .param("now", now())
                .param("problem", problem.stored())
                .param("id", mailbox.name())
                .update();
        var told = database.sql("""
                        UPDATE incoming_mailbox SET told_at = :now
                        WHERE id = :id AND told_at IS NULL AND failing_since <= :before""")
                .param("now", now())
                .param("before", IncomingRows.at(calendar.now().minus(mailbox.tellAfter())))
                .param("id", mailbox.name())
                .update();
        if (told == 1) {
            state(mailbox.name())
                    .map(MailboxState::failingSince)
                    .ifPresent(since -> events.publishEvent(
                            new MailboxAway(mailbox.name(), since, problem.code(), problem.words())));
        }
    }

    Optional<MailboxState> state(String mailbox) {
        return database.sql("SELECT id, worked_at, failing_since, problem FROM incoming_mailbox WHERE id = ?")
                .param(mailbox)
                .query((row, at) -> {
                    var problem =
                            row.getString("problem") == null ? null : MailboxProblem.stored(row.getString("problem"));
                    return new MailboxState(
                            row.getString("id"),
                            moment(row.getObject("worked_at", OffsetDateTime.class)),
                            moment(row.getObject("failing_since", OffsetDateTime.class)),
                            problem == null ? null : problem.code(),
                            problem == null ? null : problem.words());
                })
                .optional();
    }

    private OffsetDateTime now() {
        return IncomingRows.at(calendar.now());
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
