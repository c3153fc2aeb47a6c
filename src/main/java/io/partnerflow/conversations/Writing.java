package io.partnerflow.conversations;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.conversations.Entry.Kind;
import io.partnerflow.documents.Documents;
import io.partnerflow.documents.UploadCheck;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Typed;
import io.partnerflow.shared.VendorCalendar;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes and edits what anybody says, in the caller's transaction. */
@Component
class Writing {

    static final String FILE_KIND = "message-attachment";

    private final Threads threads;
    private final UploadCheck uploads;
    private final Documents documents;
    private final AuditTrail audit;
    private final VendorCalendar calendar;

    Writing(Threads threads, UploadCheck uploads, Documents documents, AuditTrail audit, VendorCalendar calendar) {
        this.threads = threads;
        this.uploads = uploads;
        this.documents = documents;
        this.audit = audit;
        this.calendar = calendar;
    }

    /** @return id of the message; empty if it has been written before */
    OptionalLong write(Subject subject, Kind side, Author author, NewMessage message) {
        var text = checked(message.text());
        if (threads.isWritten(message.submission())) {
            return OptionalLong.empty();
        }
        var file = message.file() == null ? null : filed(subject, side, message, message.file());
        var id = threads.write(subject.number(), side, author, text, message, file, calendar.now());
        audit.record(side == Kind.NOTE ? "message-noted" : subject.kind().action(), subject.number(), null);
        return OptionalLong.of(id);
    }

    /**
     * @throws NotFound if there is no such message, or it is not one of these kinds or not the author's
     * @throws Conflict {@code message-not-editable} if it has stood for ten minutes
     */
    void edit(Subject subject, Set<Kind> kinds, String author, long id, @Nullable String text) {
        var message = threads.message(subject.number(), id)
                .filter(found -> kinds.contains(found.kind()) && author.equals(found.author()))
                .orElseThrow(() -> new NotFound("message", id));
        var edited = checked(text);
        if (!edited.equals(message.text())) {
            threads.edit(message, edited, calendar.now());
            audit.record("message-edited", subject.number(), "message " + id);
        }
    }

    /** Kept under a key of its own, so that it never stands among the papers of the case. */
    private UUID filed(Subject subject, Kind side, NewMessage message, NewMessage.File file) {
        var upload = uploads.inspect(file.content(), file.name());
        var owners = new HashSet<String>();
        if (side != Kind.NOTE) {
            owners.add(subject.reseller().toString());
        }
        if (side == Kind.RESELLER && message.customerMayRead()) {
            owners.add(subject.customer().toString());
        }
        return documents
                .file(upload.as(
                        FILE_KIND,
                        subject.number() + "/messages",
                        message.submission().toString(),
                        owners))
                .value();
    }

    /** @throws Invalid for {@code text} if there is none, or too much of it */
    private static String checked(@Nullable String text) {
        var problems = new Invalid.Collector();
        var checked = Typed.optionalText("text", text, NewMessage.LONGEST, problems);
        if (checked == null && problems.isEmpty()) {
            problems.add(Invalid.Field.of("text", "required", "conversations.text.required"));
        }
        problems.throwIfAny();
        return String.valueOf(checked);
    }
}
