package io.partnerflow.taskmail;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.partnerflow.engine.DeskNames;
import io.partnerflow.engine.OpenTaskList.OpenTask;
import io.partnerflow.engine.StaffDirectory.Member;
import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.shared.VendorLanguage;
import io.partnerflow.web.StaffSettings;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Late tasks are told of ever more loudly until they are done: at first to the desk, after two working days at the
 * managers' address as well, after five to each manager. Each step once per due date, all of a morning in one mail.
 */
@Component
class Escalations {

    private static final String MANAGERS = "managers";
    private static final int MANAGERS_HEAR_AFTER = 2;
    private static final int EACH_MANAGER_HEARS_AFTER = 5;

    private final EscalationRows rows;
    private final WorkingDays workingDays;
    private final TaskLetters letters;
    private final Postman postman;
    private final DeskNames names;
    private final StaffSettings settings;
    private final Locale staff;

    Escalations(
            EscalationRows rows,
            WorkingDays workingDays,
            TaskLetters letters,
            Postman postman,
            DeskNames names,
            StaffSettings settings,
            VendorLanguage staff) {
        this.rows = rows;
        this.workingDays = workingDays;
        this.letters = letters;
        this.postman = postman;
        this.names = names;
        this.settings = settings;
        this.staff = staff.locale();
    }

    /** @return the stages reached this morning for the first time, by id of the task */
    Map<String, Integer> reached(List<OpenTask> open, Morning morning) {
        rows.forgetAllBut(open);
        var late = open.stream()
                .filter(task -> task.due() != null && task.due().isBefore(morning.now()))
                .collect(toMap(task -> task, task -> stage(task, morning), (one, same) -> one, LinkedHashMap::new));
        return rows.tell(late, morning.now());
    }

    /**
     * Where a manager is away, who stands in reads it: each step is told once, an unread mailbox would use it up.
     *
     * @param reached as from {@link #reached}
     */
    void tellManagers(
            List<OpenTask> open,
            Map<String, Integer> reached,
            Morning morning,
            List<Member> people,
            StandIns standIns,
            MailChoices.Chosen chosen) {
        var called = people.stream().collect(toUnmodifiableMap(Member::id, Member::name));
        var byId = people.stream().collect(toUnmodifiableMap(Member::id, Function.identity()));
        var readers = people.stream()
                .filter(Member::isManager)
                .filter(person -> !chosen.wantsNone(person.id()))
                .map(person -> byId.get(standIns.doing(person.id())))
                .distinct()
                .toList();
        var lines = open.stream()
                .filter(task -> reached.getOrDefault(task.id(), 0) > 0)
                .map(task -> line(task, reached.get(task.id()), called, morning))
                .toList();
        var loudest = lines.stream().filter(line -> line.stage() == 2).toList();
        var address = settings.emailOf(MANAGERS);
        address.ifPresent(to -> send(MANAGERS, to, names.of(MANAGERS), morning, lines));
        readers.forEach(reader -> Reached.at(reader)
                .filter(to -> address.filter(to::equalsIgnoreCase).isEmpty())
                .ifPresent(to ->
                        send("@" + reader.id(), to, reader.name(), morning, address.isPresent() ? loudest : lines)));
    }

    private int stage(OpenTask task, Morning morning) {
        var days = daysLate(task, morning);
        if (days >= EACH_MANAGER_HEARS_AFTER) {
            return 2;
        }
        return days >= MANAGERS_HEAR_AFTER ? 1 : 0;
    }

    private int daysLate(OpenTask task, Morning morning) {
        return workingDays.since(morning.calendar().dateOf(Objects.requireNonNull(task.due())), morning.day());
    }

    private Late line(OpenTask task, int stage, Map<String, String> called, Morning morning) {
        return new Late(
                task.name(),
                Objects.requireNonNullElse(task.number(), ""),
                letters.link(task.id()),
                Objects.requireNonNull(task.due()),
                task.assignee() == null
                        ? task.desks().stream().sorted().map(names::of).collect(joining(", "))
                        : called.getOrDefault(task.assignee(), task.assignee()),
                daysLate(task, morning),
                stage);
    }

    private void send(String reader, String address, String name, Morning morning, List<Late> lines) {
        if (!lines.isEmpty()) {
            postman.send(new Letter(
                    "task-late/%s/%s".formatted(morning.day(), reader),
                    address,
                    name,
                    "task-late",
                    staff,
                    Map.of("lines", lines, "many", lines.size(), "link", settings.url() + "/staff"),
                    reader.replaceFirst("^@", "")));
        }
    }

    /**
     * A late task in a mail to managers.
     *
     * @param who has taken it, or the desk it lies at
     * @param days working days since it was due
     */
    record Late(String name, String number, String link, Instant due, String who, int days, int stage) {}
}
