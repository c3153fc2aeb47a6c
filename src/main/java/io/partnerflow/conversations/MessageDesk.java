package io.partnerflow.conversations;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.conversations.Entry.Kind;
import io.partnerflow.conversations.Threads.Audience;
import io.partnerflow.documents.UploadRefused;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Where the vendor's people see what resellers have written, answer, and note what is only for themselves. */
@ModuleService
public class MessageDesk {

    private final Threads threads;
    private final Readings readings;
    private final Writing writing;
    private final AnswerLetters letters;
    private final AuditTrail audit;
    private final VendorCalendar calendar;

    MessageDesk(
            Threads threads,
            Readings readings,
            Writing writing,
            AnswerLetters letters,
            AuditTrail audit,
            VendorCalendar calendar) {
        this.threads = threads;
        this.readings = readings;
        this.writing = writing;
        this.letters = letters;
        this.audit = audit;
        this.calendar = calendar;
    }

    /** The desks that answer messages. */
    public static List<String> desks() {
        return Arrays.stream(ConversationKind.values())
                .map(ConversationKind::desk)
                .distinct()
                .toList();
    }

    /**
     * Conversations that wait for an answer, longest first; or the others, those touched latest first.
     *
     * @param desk null for every desk
     */
    @Transactional(readOnly = true)
    public Page<Line> list(boolean waiting, @Nullable String desk, Paging paging) {
        return readings.ofTheVendor(waiting, desk, paging);
    }

    /**
     * How many conversations wait for an answer, 1,000 for more.
     *
     * @param desk null for every desk
     */
    @Transactional(readOnly = true)
    public int waiting(@Nullable String desk) {
        return readings.waiting(desk);
    }

    /** @throws NotFound if there is no such number */
    @Transactional(readOnly = true)
    public Subject subject(String number) {
        return threads.subject(number).orElseThrow(() -> new NotFound("conversation", number));
    }

    /** The whole thread with the vendor's own notes, latest first. */
    @Transactional(readOnly = true)
    public Page<Entry> thread(String number, Paging paging) {
        return threads.entries(subject(number).number(), Audience.VENDOR, paging);
    }

    /** What people have written about a number, the latest first, without letters; nothing for what nobody writes about. */
    @Transactional(readOnly = true)
    public Page<Entry> written(String number, int most) {
        return threads.entries(number, Audience.PEOPLE, new Paging(0, most, null, ""));
    }

    /**
     * Answers, or begins; the reseller's people get a letter.
     *
     * @throws Invalid for {@code text}
     * @throws UploadRefused if the file is not taken
     */
    public void answer(Author author, String number, NewMessage message) {
        var subject = subject(number);
        var now = calendar.now();
        threads.open(subject, now);
        writing.write(subject, Kind.VENDOR, author, message).ifPresent(id -> {
            threads.answered(number, now);
            letters.answered(subject, id, String.valueOf(message.text()).strip());
        });
    }

    /**
     * Notes something for the vendor's own people. Nobody is told, and what waits for an answer goes on waiting.
     *
     * @param submission of the form: what comes twice is kept once
     * @throws Invalid for {@code text}
     */
    public void note(Author author, String number, UUID submission, @Nullable String text) {
        var note = new NewMessage(submission, text, false, null);
        var subject = subject(number);
        var now = calendar.now();
        threads.open(subject, now);
        writing.write(subject, Kind.NOTE, author, note).ifPresent(id -> threads.noted(number, now));
    }

    /** Says that a message needs no answer. */
    public void settle(String number) {
        if (threads.settle(subject(number).number())) {
            audit.record("message-settled", number, null);
        }
    }

    /**
     * Says it in other words, within ten minutes.
     *
     * @throws NotFound if the answer or note is not this author's
     * @throws Conflict {@code message-not-editable} if it is too late
     * @throws Invalid for {@code text}
     */
    public void edit(String author, String number, long id, @Nullable String text) {
        writing.edit(subject(number), Set.of(Kind.VENDOR, Kind.NOTE), author, id, text);
    }
}
