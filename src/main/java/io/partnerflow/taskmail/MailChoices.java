package io.partnerflow.taskmail;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.web.StaffSettings;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Which mails people have chosen. */
@ModuleService
class MailChoices {

    /** In place of a desk: all desks that have no choice of their own. */
    static final String EVERY_DESK = "";

    private final JdbcClient database;
    private final StaffSettings desks;
    private final TaskMailSettings settings;
    private final AuditTrail audit;

    MailChoices(JdbcClient database, StaffSettings desks, TaskMailSettings settings, AuditTrail audit) {
        this.database = database;
        this.desks = desks;
        this.settings = settings;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Chosen all() {
        return new Chosen(database
                .sql("SELECT person, desk, choice FROM staff_mail_choice")
                .query((row, number) -> new Choice(
                        row.getString("person"), row.getString("desk"), MailChoice.valueOf(row.getString("choice"))))
                .list()
                .stream()
                .collect(groupingBy(Choice::person, toMap(Choice::desk, Choice::choice))));
    }

    /** Whether a new task of the desk may concern anybody beside the desk's own address. */
    @Transactional(readOnly = true)
    public boolean mayBeWantedAtOnce(String desk) {
        return desks.emailOf(desk).isEmpty()
                || settings.people() == MailChoice.AT_ONCE
                || database.sql("SELECT EXISTS (SELECT 1 FROM staff_mail_choice WHERE choice = 'AT_ONCE')")
                        .query(Boolean.class)
                        .single();
    }

    /**
     * Replaces all a person has chosen.
     *
     * @param wanted by desk, {@link #EVERY_DESK} for the others; a desk left out follows those
     */
    public void choose(String person, Map<String, MailChoice> wanted) {
        database.sql("DELETE FROM staff_mail_choice WHERE person = ?")
                .param(person)
                .update();
        wanted.forEach((desk, choice) ->
                database.sql("""
                        INSERT INTO staff_mail_choice (person, desk, choice) VALUES (?, ?, ?)
                        ON CONFLICT (person, desk) DO UPDATE SET choice = excluded.choice""").params(person, desk, choice.name()).update());
        audit.record("task-mails-chosen", person, new TreeMap<>(wanted).toString());
    }

    private record Choice(String person, String desk, MailChoice choice) {}

    /** Everybody's choices at one moment. */
    class Chosen {

        private final Map<String, Map<String, MailChoice>> byPerson;

        Chosen(Map<String, Map<String, MailChoice>> byPerson) {
            this.byPerson = byPerson;
        }

        /** What was chosen, null where nothing was. */
        @Nullable
        MailChoice made(String person, String desk) {
            return byPerson.getOrDefault(person, Map.of()).get(desk);
        }

        /** What holds: a desk without an address of its own would otherwise hear of nothing. */
        MailChoice of(String person, String desk) {
            var here = Objects.requireNonNullElse(
                    made(person, desk), Objects.requireNonNullElse(made(person, EVERY_DESK), settings.people()));
            var nothingChosen = made(person, desk) == null && made(person, EVERY_DESK) == null;
            return nothingChosen
                            && here == MailChoice.DIGEST
                            && desks.emailOf(desk).isEmpty()
                    ? MailChoice.AT_ONCE
                    : here;
        }

        /** For what is meant for the person and not for a desk. */
        boolean wantsNone(String person) {
            return Objects.requireNonNullElse(made(person, EVERY_DESK), settings.people()) == MailChoice.NOTHING;
        }
    }
}
