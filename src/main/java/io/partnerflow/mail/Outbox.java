package io.partnerflow.mail;

import io.partnerflow.mail.Delivery.Result;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.NotFound;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every letter this house has written, to read, to search and to send once more. */
@Service
@Transactional
public class Outbox {

    private final Letters letters;
    private final OutboxSearch search;
    private final Resending resending;
    private final Delivery delivery;

    Outbox(Letters letters, OutboxSearch search, Resending resending, Delivery delivery) {
        this.letters = letters;
        this.search = search;
        this.resending = resending;
        this.delivery = delivery;
    }

    /**
     * One page of the outbox, latest letter first.
     *
     * @param text   part of an address, a name, a subject or a business key; empty for all
     * @param status name of a {@link LetterStatus}; empty for all
     * @param page   0 is the first
     * @param size   1 to 200
     */
    @Transactional(readOnly = true)
    public OutboxPage page(String text, String status, int page, int size) {
        return search.page(text, status, page, size);
    }

    /** How many letters have this status. */
    @Transactional(readOnly = true)
    public long count(LetterStatus status) {
        return search.total(status.name());
    }

    /** Every letter about a case, oldest first. */
    @Transactional(readOnly = true)
    public List<OutboxLetter> about(String businessKey) {
        return letters.about(businessKey);
    }

    /** @throws NotFound if there is none with this id */
    @Transactional(readOnly = true)
    public OutboxLetter letter(long id) {
        return letters.find(id).orElseThrow(() -> new NotFound("letter", id));
    }

    /**
     * Sends a letter once more: one that has not arrived is tried again now, of one that was sent a copy goes out.
     *
     * @return the letter that goes out now: the same, or its copy
     * @throws NotFound if there is none with this id
     * @throws Conflict if there is no mail server
     */
    public long resend(long id) {
        var letter = letter(id);
        return letter.status() == LetterStatus.SENT ? resending.copy(id, letter.to()) : resending.again(id);
    }

    /**
     * Sends a copy of a letter to another address, such as the right one where the letter's own was refused.
     *
     * @return the copy
     * @throws NotFound if there is none with this id
     * @throws Conflict if there is no mail server
     */
    public long resend(long id, EmailAddress to) {
        return resending.copy(letter(id).id(), to.value());
    }

    /**
     * Delivers everything that is due now, one transaction per letter; ends early when the mail server is away.
     *
     * @return how many were sent
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public int flush() {
        var sent = 0;
        for (var result = delivery.next(); result.goesOn(); result = delivery.next()) {
            sent += result == Result.SENT ? 1 : 0;
        }
        return sent;
    }
}
