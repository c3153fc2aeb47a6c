package io.partnerflow.subscriptions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was asked for during the life of a contract, and what became of it.
 *
 * @param number CH-…
 * @param receivedOn the day that counts for deadlines, where the vendor is (C-10)
 * @param effectiveOn first day it shows
 * @param decision null as long as nobody at the vendor had to decide, or has
 * @param seats what is added or taken away; empty if it is about something else
 */
public record SubscriptionChange(
        String number,
        String subscription,
        Kind kind,
        Status status,
        LocalDate receivedOn,
        LocalDate effectiveOn,
        Requester requester,
        Instant requestedAt,
        @Nullable Decision decision,
        Details details,
        List<Seats> seats) {

    public enum Kind {
        ADD_SEATS,
        REDUCE_SEATS,
        CHANGE_PO,
        CANCEL,
        CHANGE_RESELLER,
        /** What this contract says instead of the programme. */
        CHANGE_TERMS,
        /** A contract that ends by itself goes on for some months (W-31). */
        EXTEND
    }

    public enum Status {
        /** The contracts desk has not decided. */
        REQUESTED,
        /** It will happen on the day it is effective. */
        SCHEDULED,
        DONE,
        REFUSED,
        WITHDRAWN
    }

    /** @param by name of the person at the vendor */
    public record Decision(String by, Instant at) {}

    /**
     * @param reason why it was asked for; once refused, why
     * @param acceptedTerms version accepted with added seats
     * @param agreed what was agreed on, in words, with a reference to the partner's own contract
     * @param extension by how much a contract became longer; null if it did not
     */
    public record Details(
            @Nullable String reason,
            @Nullable String acceptedTerms,
            @Nullable String oldReference,
            @Nullable String newReference,
            @Nullable UUID oldReseller,
            @Nullable UUID newReseller,
            @Nullable String agreed,
            @Nullable Extension extension) {

        static Details none() {
            return new Details(null, null, null, null, null, null, null, null);
        }

        static Details because(@Nullable String reason) {
            return new Details(reason, null, null, null, null, null, null, null);
        }

        static Details accepting(String terms) {
            return new Details(null, terms, null, null, null, null, null, null);
        }

        static Details reference(@Nullable String old, @Nullable String changed) {
            return new Details(null, null, old, changed, null, null, null, null);
        }

        static Details reseller(String reason, UUID old, UUID changed) {
            return new Details(reason, null, null, null, old, changed, null, null);
        }

        static Details extended(int months, LocalDate until) {
            return new Details(null, null, null, null, null, null, null, new Extension(months, until));
        }

        static Details agreed(String reason, String agreed) {
            return new Details(reason, null, null, null, null, null, agreed, null);
        }
    }

    /**
     * @param months 1 or more
     * @param until first day after the contract
     */
    public record Extension(int months, LocalDate until) {}

    public SubscriptionChange {
        seats = List.copyOf(seats);
    }

    /** Whether it is still to come, and so can be withdrawn. */
    public boolean isOpen() {
        return status == Status.REQUESTED || status == Status.SCHEDULED;
    }

    /** How many pieces of the product it is about. */
    int of(String product) {
        return seats.stream()
                .filter(one -> one.product().equals(product))
                .mapToInt(Seats::quantity)
                .sum();
    }
}
