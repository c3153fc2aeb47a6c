package io.partnerflow.taskmail;

import static java.util.stream.Collectors.toMap;

import io.partnerflow.engine.DeskLoad;
import io.partnerflow.engine.DeskNames;
import io.partnerflow.engine.OpenTaskList.OpenTask;
import io.partnerflow.engine.StaffDirectory.Member;
import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.shared.VendorLanguage;
import io.partnerflow.web.StaffSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One mail per person and morning: what is late, what is due, what is new. Desks with an address of their own are told
 * there what nobody has taken and is due next, or has reached the next step of being late. Who has nothing to read gets nothing.
 */
@Component
class MorningMails {

    private static final int MOST = 40;

    private final Postman postman;
    private final TaskLetters letters;
    private final DeskNames names;
    private final DeskLoad desks;
    private final StaffSettings settings;
    private final Locale staff;

    MorningMails(
            Postman postman,
            TaskLetters letters,
            DeskNames names,
            DeskLoad desks,
            StaffSettings settings,
            VendorLanguage staff) {
        this.postman = postman;
        this.letters = letters;
        this.names = names;
        this.desks = desks;
        this.settings = settings;
        this.staff = staff.locale();
    }

    /** @param people everybody who works here */
    void toPeople(
            List<OpenTask> open, Morning morning, List<Member> people, StandIns standIns, MailChoices.Chosen chosen) {
        var called = people.stream().collect(toMap(Member::id, Member::name));
        for (var person : people) {
            var address = Reached.at(person);
            if (address.isPresent() && standIns.of(person.id()).isEmpty()) {
                var lines = open.stream()
                        .filter(task -> concerns(task, person, standIns, chosen))
                        .map(task -> line(task, called, person))
                        .toList();
                send("@" + person.id(), address.get(), person.name(), morning, parts(lines, morning));
            }
        }
    }

    /** @param escalated ids of tasks that have reached the next step of being late this morning */
    void toDesks(List<OpenTask> open, Morning morning, Set<String> escalated) {
        for (var desk : desks.names()) {
            settings.emailOf(desk).ifPresent(address -> {
                var lines = open.stream()
                        .filter(task -> task.assignee() == null && task.desks().contains(desk))
                        .filter(task -> escalated.contains(task.id())
                                || morning.partOf(task)
                                        .filter(Morning.Part.NEXT::equals)
                                        .isPresent())
                        .map(task -> line(task, Map.of(), null))
                        .toList();
                send(desk, address, names.of(desk), morning, parts(lines, morning));
            });
        }
    }

    private static boolean concerns(OpenTask task, Member person, StandIns standIns, MailChoices.Chosen chosen) {
        return task.assignee() == null
                ? task.desks().stream()
                        .anyMatch(desk ->
                                person.groups().contains(desk) && chosen.of(person.id(), desk) != MailChoice.NOTHING)
                : standIns.doing(task.assignee()).equals(person.id()) && !chosen.wantsNone(person.id());
    }

    private Line line(OpenTask task, Map<String, String> called, @Nullable Member reader) {
        var other = task.assignee() == null || reader == null || task.assignee().equals(reader.id())
                ? null
                : called.getOrDefault(task.assignee(), task.assignee());
        return new Line(
                task,
                task.name(),
                Objects.requireNonNullElse(task.number(), ""),
                letters.link(task.id()),
                task.due(),
                other);
    }

    private static Map<Morning.Part, List<Line>> parts(List<Line> lines, Morning morning) {
        var parts = new EnumMap<Morning.Part, List<Line>>(Morning.Part.class);
        lines.forEach(line -> morning.partOf(line.task())
                .ifPresent(part ->
                        parts.computeIfAbsent(part, one -> new ArrayList<>()).add(line)));
        return parts;
    }

    private void send(
            String reader, String address, String name, Morning morning, Map<Morning.Part, List<Line>> parts) {
        if (parts.isEmpty()) {
            return;
        }
        var model = new HashMap<String, Object>();
        model.put(
                "parts",
                parts.entrySet().stream()
                        .map(part -> new Shown(
                                part.getKey().name(),
                                part.getValue().stream().limit(MOST).toList(),
                                Math.max(0, part.getValue().size() - MOST)))
                        .toList());
        model.put("late", sizeOf(parts, Morning.Part.OVERDUE));
        model.put("today", sizeOf(parts, Morning.Part.TODAY));
        model.put("link", settings.url() + "/staff");
        model.put("settings", settings.url() + "/staff/settings");
        var key = "task-morning/%s/%s".formatted(morning.day(), reader);
        postman.send(new Letter(key, address, name, "task-morning", staff, model, reader.replaceFirst("^@", "")));
    }

    private static int sizeOf(Map<Morning.Part, List<Line>> parts, Morning.Part part) {
        return parts.getOrDefault(part, List.of()).size();
    }

    /**
     * One task in a mail.
     *
     * @param number empty for a process that is about nothing with a number
     * @param due null if it may wait
     * @param standsInFor whose task it is where the reader stands in; null for nobody's but the reader's own
     */
    record Line(
            OpenTask task,
            String name,
            String number,
            String link,
            @Nullable Instant due,
            @Nullable String standsInFor) {}

    /** @param more how many are left out */
    record Shown(String name, List<Line> lines, int more) {}
}
