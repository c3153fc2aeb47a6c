package io.partnerflow.steering;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.diagrams.ModelNames;
import io.partnerflow.engine.AgedTask;
import io.partnerflow.engine.DeskNames;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.TaskAge;
import io.partnerflow.engine.TaskAges;
import io.partnerflow.engine.TaskHands;
import io.partnerflow.exports.Table;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** What lies on the desks and for how long, and what a manager does about it; what is done is kept in the trail. */
@ModuleService
class Ageing {

    private static final LocalTime END_OF_WORK = LocalTime.of(17, 0);
    private static final int LONGEST = 1000;
    private static final int LATEST = 20;

    private final TaskAges tasks;
    private final TaskHands hands;
    private final DeskNames deskNames;
    private final ModelNames names;
    private final AffectedParties affected;
    private final AuditTrail audit;
    private final VendorCalendar calendar;

    Ageing(
            TaskAges tasks,
            TaskHands hands,
            DeskNames deskNames,
            ModelNames names,
            AffectedParties affected,
            AuditTrail audit,
            VendorCalendar calendar) {
        this.tasks = tasks;
        this.hands = hands;
        this.deskNames = deskNames;
        this.names = names;
        this.affected = affected;
        this.audit = audit;
        this.calendar = calendar;
    }

    /**
     * A task in a list.
     *
     * @param days how many whole days it has waited
     */
    record Line(
            String id,
            @Nullable String number,
            String customer,
            String task,
            String process,
            String desks,
            @Nullable String assignee,
            Instant opened,
            long days,
            @Nullable Instant due,
            TaskAge age) {}

    @Transactional(readOnly = true)
    public List<TaskAges.Desk> desks() {
        return tasks.desks();
    }

    /** How many tasks are open; one of two desks counts once. */
    @Transactional(readOnly = true)
    public long total() {
        return tasks.count(TaskAges.Wanted.all());
    }

    /** What the desks are called, by id. */
    public Map<String, String> names(List<TaskAges.Desk> desks) {
        var found = new LinkedHashMap<String, String>();
        desks.forEach(desk -> found.put(desk.desk(), deskNames.of(desk.desk())));
        return found;
    }

    /** Each desk's tasks by age, as long as it has tasks in comparison with the busiest one. */
    static Map<String, List<BarPart>> bars(List<TaskAges.Desk> desks) {
        var busiest = desks.stream().mapToLong(TaskAges.Desk::open).max().orElse(0);
        var bars = new LinkedHashMap<String, List<BarPart>>();
        desks.forEach(desk -> bars.put(desk.desk(), BarPart.of(desk.counts(), busiest)));
        return bars;
    }

    @Transactional(readOnly = true)
    public Page<Line> list(TaskAges.Wanted wanted, Paging paging, Locale language) {
        var page = tasks.list(wanted, paging);
        var parties =
                affected.of(page.items().stream().map(AgedTask::businessKey).toList());
        return page.map(task -> line(task, parties, language));
    }

    /** @throws NotFound if no such task is open */
    @Transactional(readOnly = true)
    public AgedTask get(String id) {
        return tasks.get(id);
    }

    @Transactional(readOnly = true)
    public Line line(AgedTask task, Locale language) {
        var parties = task.businessKey() == null
                ? Map.<String, AffectedParties.Affected>of()
                : affected.of(List.of(task.businessKey()));
        return line(task, parties, language);
    }

    /** Who may get the task. */
    @Transactional(readOnly = true)
    public List<TaskHands.Person> people(AgedTask task) {
        return hands.peopleOf(task.desks());
    }

    @Transactional(readOnly = true)
    public List<AuditTrail.Entry> trail(AgedTask task) {
        return audit.latest(List.of(subject(task)), LATEST);
    }

    /**
     * Gives the task to a person of its desk; empty: back to the desk.
     *
     * @param was who had it when the manager looked; empty for nobody
     * @throws NotFound if no such task is open
     * @throws Conflict {@code task-given-meanwhile} or {@code task-free-meanwhile} if it is in other hands by now,
     *     {@code task-done} if it was done at this very moment
     * @throws Invalid for {@code person}
     */
    public void assign(String id, String person, String was) {
        hands.hold(id);
        var task = tasks.get(id);
        if (!was.equals(Objects.requireNonNullElse(task.assignee(), ""))) {
            throw task.assignee() == null
                    ? new Conflict("task-free-meanwhile")
                    : new Conflict("task-given-meanwhile", task.assignee());
        }
        hands.assign(task, person.isBlank() ? null : person);
        audit.record(
                person.isBlank() ? "task-given-back" : "task-assigned",
                subject(task),
                person.isBlank() ? task.name() : "%s: %s".formatted(task.name(), person));
    }

    /**
     * Puts off the day the task should be done, to the end of work of that day.
     *
     * @param until a day after today, within a year, such as {@code 2026-11-30}
     * @param was when it should have been done when the manager looked, as {@link Instant}; empty for no date
     * @throws NotFound if no such task is open
     * @throws Conflict {@code task-put-off-meanwhile} if that is another day by now, {@code task-done} if it was done at
     *     this very moment
     * @throws Invalid for {@code until} and {@code reason}
     */
    public void putOff(String id, String until, String reason, String was) {
        var problems = new Invalid.Collector();
        var day = day(until);
        if (day == null
                || !day.isAfter(calendar.today())
                || day.isAfter(calendar.today().plusYears(1))) {
            problems.add(Invalid.Field.of("until", "not-a-coming-day", "steering.ageing.put-off.until-wrong"));
        }
        if (reason.isBlank()) {
            problems.add(Invalid.Field.of("reason", "missing", "steering.ageing.put-off.reason-missing"));
        } else if (reason.strip().length() > LONGEST) {
            problems.add(Invalid.Field.of("reason", "too-long", "steering.common.text.too-long", LONGEST));
        }
        problems.throwIfAny();
        hands.hold(id);
        var task = tasks.get(id);
        if (!was.equals(Objects.toString(task.due(), ""))) {
            throw new Conflict("task-put-off-meanwhile");
        }
        hands.putOff(
                task,
                Objects.requireNonNull(day)
                        .atTime(END_OF_WORK)
                        .atZone(calendar.zone())
                        .toInstant());
        audit.record("task-put-off", subject(task), "%s, %s: %s".formatted(task.name(), day, reason.strip()));
    }

    private Line line(AgedTask task, Map<String, AffectedParties.Affected> parties, Locale language) {
        var party = parties.get(Objects.requireNonNullElse(task.businessKey(), ""));
        return new Line(
                task.id(),
                task.businessKey(),
                party == null ? "" : party.customer(),
                names.of(task.name(), language),
                names.of(task.processName(), language),
                String.join(", ", task.desks().stream().map(deskNames::of).toList()),
                task.assignee(),
                task.opened(),
                Duration.between(task.opened(), calendar.now()).toDays(),
                task.due(),
                task.age());
    }

    private static String subject(AgedTask task) {
        return task.businessKey() == null ? task.id() : task.businessKey();
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    static Table<Line> table() {
        return Table.<Line>named("staff.place.ageing")
                .text("steering.common.number", Line::number)
                .text("steering.common.customer", Line::customer)
                .text("steering.ageing.task", Line::task)
                .text("steering.failed.process", Line::process)
                .text("steering.ageing.desk", Line::desks)
                .text("steering.ageing.assignee", Line::assignee)
                .moment("steering.ageing.opened", Line::opened)
                .number("steering.ageing.days", Line::days)
                .moment("steering.ageing.due", Line::due)
                .word("steering.ageing.age", line -> "steering.age." + line.age());
    }
}
