package io.partnerflow.incoming;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.OpenTasks;
import io.partnerflow.engine.StaffPerson;
import io.partnerflow.engine.TaskCompleted;
import io.partnerflow.engine.Workflow;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the vendor's people do with mail that came in. The order desk, the desk that sees to it and who manages read
 * it and decide about it: it may be about anything. The same can be done in the tasks.
 */
@ModuleService
public class IncomingMails {

    private static final int LONGEST_NOTE = 2_000;
    private static final int MOST_OF_A_CASE = 50;
    private static final Set<MailStatus> OPEN =
            EnumSet.of(MailStatus.RECEIVED, MailStatus.TO_PLACE, MailStatus.AT_DESK);
    private static final String ORDER_DESK = "order-desk";

    private final IncomingRows rows;
    private final Subjects subjects;
    private final Suggestions suggestions;
    private final OpenTasks tasks;
    private final Workflow workflow;
    private final MailThread thread;
    private final AuditTrail audit;

    IncomingMails(
            IncomingRows rows,
            Subjects subjects,
            Suggestions suggestions,
            OpenTasks tasks,
            Workflow workflow,
            MailThread thread,
            AuditTrail audit) {
        this.rows = rows;
        this.subjects = subjects;
        this.suggestions = suggestions;
        this.tasks = tasks;
        this.workflow = workflow;
        this.thread = thread;
        this.audit = audit;
    }

    /** What a mail may be about. */
    public record Suggestion(String number, String customerName, String resellerName) {}

    /** Mails of these states the person may read, latest first. */
    @Transactional(readOnly = true)
    public Page<IncomingMail> list(StaffPerson person, Set<MailStatus> statuses, Paging paging) {
        return rows.page(statuses, desks(person), paging);
    }

    /** Whether the person reads every mail, wherever it is. */
    public boolean readsAll(StaffPerson person) {
        return person.seesEverything() || person.belongsTo(ORDER_DESK);
    }

    private @Nullable Set<String> desks(StaffPerson person) {
        return readsAll(person) ? null : person.groups();
    }

    /** How many mails wait for somebody. */
    @Transactional(readOnly = true)
    public int open() {
        return rows.count(OPEN, null);
    }

    /** How many of those the person may read wait for somebody. */
    @Transactional(readOnly = true)
    public int open(StaffPerson person) {
        return rows.count(OPEN, desks(person));
    }

    /** @throws NotFound if there is none that the person may read */
    @Transactional(readOnly = true)
    public IncomingMail get(StaffPerson person, String number) {
        var mail = rows.get(number);
        require(person, mail);
        return mail;
    }

    /** See {@link #get}. */
    @Transactional(readOnly = true)
    public List<MailAttachment> attachments(StaffPerson person, String number) {
        get(person, number);
        return rows.attachments(number);
    }

    /** The mails that were placed at a case, latest first. Whoever reads the case may know that they came, from whom and when. */
    @Transactional(readOnly = true)
    public List<IncomingMail> about(String caseNumber) {
        return rows.about(caseNumber, MOST_OF_A_CASE);
    }

    /** What was done with a mail, oldest first. See {@link #get}. */
    @Transactional(readOnly = true)
    public List<AuditTrail.Entry> history(StaffPerson person, String number) {
        get(person, number);
        return audit.of(number);
    }

    /** The mail as it came; of one that was too large its head. See {@link #get}. */
    @Transactional(readOnly = true)
    public byte[] source(StaffPerson person, String number) {
        get(person, number);
        return rows.source(number);
    }

    /** @param wanted a number or how a customer's name begins; empty for what the mail itself suggests */
    @Transactional(readOnly = true)
    public List<Suggestion> suggestions(StaffPerson person, String number, String wanted) {
        return suggestions.of(get(person, number), wanted).stream()
                .map(found -> new Suggestion(found.number(), found.customerName(), found.resellerName()))
                .toList();
    }

    /** Whether the house itself works on it right now, and nobody can do anything. */
    @Transactional(readOnly = true)
    public boolean isBeingWorkedOn(IncomingMail mail) {
        return mail.status().isOpen() && tasks.about(mail.number()).isEmpty();
    }

    /** Whether the person reads it and decides about it. */
    public boolean mayDecide(StaffPerson person, IncomingMail mail) {
        return readsAll(person) || mail.desk() != null && person.belongsTo(mail.desk());
    }

    /**
     * Says where a mail belongs.
     *
     * @throws Invalid for {@code placeAt} if there is no such number, or {@code note} if it is too long
     * @throws Conflict {@code mail-moved-on} if somebody else has decided meanwhile
     * @throws NotFound if there is none that the person may read
     */
    public void place(StaffPerson person, String number, @Nullable String typed, @Nullable String note) {
        var mail = mine(person, number, MailStatus.TO_PLACE);
        var caseNumber = CaseNumbers.typed(Objects.requireNonNullElse(typed, ""));
        var problems = new Invalid.Collector();
        if (caseNumber.isBlank()) {
            problems.add(Invalid.Field.of("placeAt", "required", "incoming.place.required"));
        } else if (subjects.find(caseNumber).isEmpty()) {
            problems.add(Invalid.Field.of("placeAt", "unknown", "incoming.place.unknown", caseNumber));
        }
        checkNote(note, problems);
        problems.throwIfAny();
        answer(mail, person, IncomingProcess.PLACE_MAIL, Map.of("mailPlacement", "place", "placeAt", caseNumber), note);
    }

    /** Says that a mail nobody could place has been answered or needs no answer. See {@link #place}. */
    public void answered(StaffPerson person, String number, @Nullable String note) {
        decide(person, number, "answered", note);
    }

    /** Says that nobody wanted the mail. See {@link #place}. */
    public void spam(StaffPerson person, String number, @Nullable String note) {
        decide(person, number, "spam", note);
    }

    private void decide(StaffPerson person, String number, String placement, @Nullable String note) {
        var mail = mine(person, number, MailStatus.TO_PLACE);
        check(note);
        answer(mail, person, IncomingProcess.PLACE_MAIL, Map.of("mailPlacement", placement), note);
    }

    /** Says that a desk has seen to a mail. See {@link #place}. */
    public void seenTo(StaffPerson person, String number, @Nullable String note) {
        var mail = mine(person, number, MailStatus.AT_DESK);
        check(note);
        answer(mail, person, IncomingProcess.SEE_TO_MAIL, Map.of("mailOutcome", "done"), note);
    }

    /**
     * Takes a mail away from where it was, or back from those that were closed: a person says anew where it belongs. What stands
     * in a thread stays there, with a note that it does not belong there.
     *
     * @throws Conflict {@code mail-taken-over} if what it brought has been taken over already, {@code mail-moved-on} if somebody
     *     else has decided meanwhile
     * @throws NotFound if there is none that the person may read
     */
    public void takeAway(StaffPerson person, String number) {
        var mail = rows.locked(number);
        require(person, mail);
        switch (mail.status()) {
            case AT_DESK -> answer(mail, person, IncomingProcess.SEE_TO_MAIL, Map.of("mailOutcome", "elsewhere"), null);
            case FILED -> throw new Conflict("mail-taken-over", mail.caseNumber());
            case RECEIVED, TO_PLACE -> throw new Conflict("mail-moved-on", number);
            case DONE, ANSWERED, SPAM, SET_ASIDE -> reopen(mail, person);
        }
    }

    private void reopen(IncomingMail mail, StaffPerson person) {
        if (mail.caseNumber() != null) {
            thread.takenAway(mail, person.id());
        }
        rows.takeAway(mail.number());
        audit.record("mail-reopened", mail.number(), null);
        workflow.start(IncomingProcess.MAIL_RECEIVED, mail.number());
    }

    private void answer(
            IncomingMail mail, StaffPerson person, String task, Map<String, String> answers, @Nullable String note) {
        if (!tasks.about(mail.number()).contains(task)) {
            throw new Conflict("mail-moved-on", mail.number());
        }
        var all = new HashMap<String, Object>(answers);
        all.put("mailNote", note == null || note.isBlank() ? null : note.strip());
        rows.actedBy(mail.number(), person.id());
        tasks.complete(task, mail.number(), person.id(), all);
    }

    private IncomingMail mine(StaffPerson person, String number, MailStatus status) {
        var mail = rows.locked(number);
        require(person, mail);
        if (mail.status() != status) {
            throw new Conflict("mail-moved-on", number);
        }
        return mail;
    }

    private void require(StaffPerson person, IncomingMail mail) {
        if (!mayDecide(person, mail)) {
            throw new NotFound("mail", mail.number());
        }
    }

    private static void check(@Nullable String note) {
        var problems = new Invalid.Collector();
        checkNote(note, problems);
        problems.throwIfAny();
    }

    private static void checkNote(@Nullable String note, Invalid.Collector problems) {
        if (note != null && note.length() > LONGEST_NOTE) {
            problems.add(Invalid.Field.of("note", "too-long", "incoming.note.too-long", LONGEST_NOTE));
        }
    }

    /** Whoever has decided, here or in Tasklist, is kept with the mail. */
    @EventListener
    void on(TaskCompleted task) {
        if (task.task().startsWith("incoming-mail.")) {
            if (task.by() != null) {
                rows.actedBy(task.businessKey(), task.by());
            }
            audit.record("mail-decided", task.businessKey(), null);
        }
    }
}
