package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.conversations.Conversations;
import io.partnerflow.conversations.Entry;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the card “Messages” on the page of an order, offer, trial, contract or return shows. */
@Component
class ConversationCard {

    private static final int ON_A_CARD = 8;

    private final Conversations conversations;
    private final VendorCalendar calendar;

    ConversationCard(Conversations conversations, VendorCalendar calendar) {
        this.conversations = conversations;
        this.calendar = calendar;
    }

    /**
     * @param unread   messages the reader has not seen before, 100 for more
     * @param once     of the form: what is sent twice is written once
     * @param me       id of the reader
     * @param mayWrite whether there is a form at all
     */
    record Thread(
            String number,
            String subjectPage,
            Page<Entry> entries,
            int unread,
            UUID once,
            String me,
            Instant now,
            boolean mayWrite) {

        public boolean isEditable(Entry entry) {
            return mayWrite && entry.isEditableBy(me, now);
        }
    }

    /** The latest of the thread; whoever sees them has read them. */
    Thread of(Caller caller, String number) {
        return of(caller, number, new Paging(0, ON_A_CARD, null, ""));
    }

    Thread of(Caller caller, String number, Paging paging) {
        var reseller = caller.reseller();
        var subject = conversations.subject(reseller, number);
        var thread = new Thread(
                number,
                subject.page(),
                conversations.thread(reseller, number, paging),
                conversations.unread(reseller, caller.userId(), number),
                UUID.randomUUID(),
                caller.userId().toString(),
                calendar.now(),
                caller.acting().role().mayOrder());
        if (thread.unread() > 0) {
            conversations.read(reseller, caller.userId(), number);
        }
        return thread;
    }
}
