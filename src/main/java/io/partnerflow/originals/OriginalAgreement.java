package io.partnerflow.originals;

import io.partnerflow.shared.Conflict;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The original of one agreement. It is missing until it is received, done without, or the agreement counts no more. */
@Entity
@Table(name = "agreement_original")
class OriginalAgreement {

    @Id
    private String orderNumber;

    @Enumerated(EnumType.STRING)
    private OriginalStatus status;

    private int round;
    private int reminders;
    private Instant askedAt;
    private Instant dueAt;
    private @Nullable LocalDate receivedOn;
    private @Nullable String reason;
    private @Nullable String seenToBy;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected OriginalAgreement() {} // for JPA

    @SuppressWarnings("NullAway.Init")
    OriginalAgreement(String orderNumber, Instant now) {
        this.orderNumber = orderNumber;
        status = OriginalStatus.MISSING;
        askedAt = now;
        dueAt = now;
    }

    /** Asks for it, a first time or once more. */
    void ask(Instant now, Instant due) {
        requireMissing();
        round++;
        reminders = 0;
        askedAt = now;
        dueAt = due;
    }

    void remind() {
        requireMissing();
        reminders++;
    }

    void receive(LocalDate on, @Nullable String by) {
        requireMissing();
        status = OriginalStatus.RECEIVED;
        receivedOn = on;
        seenToBy = by == null ? seenToBy : by;
    }

    void waive(String why) {
        requireMissing();
        status = OriginalStatus.WAIVED;
        reason = why;
    }

    /** Who decides about it. */
    void seenToBy(String person) {
        seenToBy = person;
    }

    /** @return whether it was missing until now */
    boolean drop() {
        var missing = status == OriginalStatus.MISSING;
        status = missing ? OriginalStatus.NOT_NEEDED : status;
        return missing;
    }

    /** @throws Conflict if nobody waits for it any more */
    private void requireMissing() {
        if (status != OriginalStatus.MISSING) {
            throw new Conflict(
                    "original-" + status.name().toLowerCase(Locale.ROOT).replace('_', '-'), orderNumber);
        }
    }

    OriginalView view() {
        return new OriginalView(orderNumber, status, round, reminders, askedAt, dueAt, receivedOn, reason, seenToBy);
    }
}
