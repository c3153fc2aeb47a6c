package io.partnerflow.conversations;

import io.partnerflow.conversations.Entry.Kind;
import io.partnerflow.conversations.Threads.Audience;
import io.partnerflow.documents.UploadRefused;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.parties.Organisations;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** What a reseller's people read and write about what is theirs. The vendor's own notes are not there for them. */
@ModuleService
public class Conversations {

    private final Threads threads;
    private final Readings readings;
    private final Writing writing;
    private final Organisations organisations;
    private final VendorCalendar calendar;
    private final ApplicationEventPublisher events;

    Conversations(
            Threads threads,
            Readings readings,
            Writing writing,
            Organisations organisations,
            VendorCalendar calendar,
            ApplicationEventPublisher events) {
        this.threads = threads;
        this.readings = readings;
        this.writing = writing;
        this.organisations = organisations;
        this.calendar = calendar;
        this.events = events;
    }

    /** @throws NotFound if there is no such number, or it is another reseller's */
    @Transactional(readOnly = true)
    public Subject subject(UUID reseller, String number) {
        return threads.subject(number)
                .filter(subject -> subject.reseller().equals(reseller))
                .orElseThrow(() -> new NotFound("conversation", number));
    }

    /**
     * The thread, latest first; of a contract that has moved to the reseller what is younger than that.
     *
     * @throws NotFound if there is no such number, or it is another reseller's
     */
    @Transactional(readOnly = true)
    public Page<Entry> thread(UUID reseller, String number, Paging paging) {
        return threads.entries(subject(reseller, number).number(), Audience.RESELLER, paging);
    }

    /**
     * What the reseller has let the customer read, latest first; nothing for who is not the customer.
     */
    @Transactional(readOnly = true)
    public Page<Entry> forCustomer(UUID customer, String number, Paging paging) {
        return threads.subject(number)
                .filter(subject -> subject.customer().equals(customer))
                .map(subject -> threads.entries(number, Audience.CUSTOMER, paging))
                .orElseGet(() -> Page.of(java.util.List.of(), paging, 0));
    }

    /** The reseller's conversations, those with the latest message first, with how many messages the reader has not seen. */
    @Transactional(readOnly = true)
    public Page<Line> list(UUID reseller, UUID reader, Paging paging) {
        return readings.list(reseller, reader, paging);
    }

    /** How many of the vendor's messages about the number the reader has not seen, 100 for more. */
    @Transactional(readOnly = true)
    public int unread(UUID reseller, UUID reader, String number) {
        return readings.unread(subject(reseller, number).number(), reader);
    }

    /** From now on the reader has seen what stands in the thread. */
    public void read(UUID reseller, UUID reader, String number) {
        readings.read(subject(reseller, number).number(), reader);
    }

    /**
     * Writes a message; the vendor's desk is told if nothing waited for its answer before.
     *
     * @return id of the message; empty if the same form has been sent before
     * @throws NotFound if there is no such number, or it is another reseller's
     * @throws Invalid for {@code text}
     * @throws UploadRefused if its file is not taken
     */
    public OptionalLong write(UUID reseller, Author author, String number, NewMessage message) {
        var subject = subject(reseller, number);
        var now = calendar.now();
        var waited = threads.open(subject, now);
        var id = writing.write(subject, Kind.RESELLER, author, message);
        if (id.isPresent()) {
            threads.waits(number, now);
            if (!waited) {
                var name = organisations.get(reseller).name();
                events.publishEvent(new MessageArrived(
                        id.getAsLong(), subject, subject.kind().desk(), name));
            }
        }
        return id;
    }

    /**
     * Says it in other words, within ten minutes.
     *
     * @throws NotFound if the message is not this author's
     * @throws Conflict {@code message-not-editable} if it is too late
     * @throws Invalid for {@code text}
     */
    public void edit(UUID reseller, String author, String number, long id, @Nullable String text) {
        writing.edit(subject(reseller, number), Set.of(Kind.RESELLER), author, id, text);
    }
}
