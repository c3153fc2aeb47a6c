package io.partnerflow.commission;

import io.partnerflow.pricing.Kickback;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reseller has earned in a programme: by a month, or by one contract (W-15).
 *
 * @param number ST-…
 * @param policyVersion of the programme, when it was drawn up
 * @param month null if it is about a contract
 * @param contract SU-…; null if it is about a month
 * @param offer OF-… whose amounts were frozen; null if it is about a month
 * @param monthNet what the month's documents come to without VAT, so that the rate follows from it; or the contract's
 *     whole term
 * @param rate of the month; null if it is about a contract, whose lines have their own
 * @param carryIn what months before left
 * @param monthTotal sum of the lines
 * @param payable zero or more
 * @param carryOut what a later month starts with
 * @param sentOn null while it is not sent
 * @param disputeUntil last day for an objection; null while it is not sent
 * @param dispute null if nobody has objected
 */
public record Statement(
        String number,
        UUID reseller,
        String programme,
        int policyVersion,
        @Nullable YearMonth month,
        @Nullable String contract,
        @Nullable String offer,
        Status status,
        Money monthNet,
        @Nullable Percentage rate,
        Money carryIn,
        Money monthTotal,
        Money payable,
        Money carryOut,
        @Nullable LocalDate sentOn,
        @Nullable LocalDate disputeUntil,
        List<Line> lines,
        @Nullable Dispute dispute) {

    public Statement {
        lines = List.copyOf(lines);
    }

    /** Where a statement stands. */
    public enum Status {
        DRAWN_UP,
        /** The reseller can object to it. */
        SENT,
        DISPUTED,
        /** The desk has answered the objection. */
        DECIDED,
        /** Nothing is paid out; it starts a later month. */
        CARRIED,
        /** Billed in the reseller's name. */
        ISSUED,
        /** The document was taken back. */
        WITHDRAWN
    }

    /**
     * What one document or one component of a contract has earned.
     *
     * @param position from 0
     * @param document null if it is a component
     * @param component code of the component within its statement; null if it is a document
     * @param description of the component, in words; null if it is a document
     * @param kind {@code INVOICE}, {@code CREDIT_NOTE} or {@code COMPONENT}
     * @param net without VAT; a credit note's is negative
     * @param drawnUp the amount before anybody corrected it
     * @param amount what counts
     * @param formula how the amount drawn up came about, in words
     * @param correction why another amount counts; null if none does
     * @param expected what the reseller says it should be; null if it does not say
     * @param objection what the reseller says is wrong; null if nothing
     */
    public record Line(
            int position,
            @Nullable String document,
            @Nullable String component,
            @Nullable String description,
            String kind,
            LocalDate documentDate,
            String customerName,
            Money net,
            Percentage rate,
            Money drawnUp,
            Money amount,
            String formula,
            @Nullable String correction,
            @Nullable Money expected,
            @Nullable String objection) {

        /** What people name the line by when they object to it or correct it. */
        public String item() {
            return document == null ? Objects.requireNonNull(component) : document;
        }

        /** What people read. */
        public String title() {
            return document == null ? Objects.requireNonNull(description) : document;
        }

        public boolean isCorrected() {
            return correction != null;
        }
    }

    /**
     * An objection.
     *
     * @param by e-mail address of who objected
     * @param problem why the desk's last decision could not be carried out; null if it could
     * @param decision null while the desk has not decided
     * @param answer of the desk; null while it has not decided
     */
    public record Dispute(
            String reason,
            String by,
            Instant at,
            @Nullable String problem,
            @Nullable Decision decision,
            @Nullable String answer) {}

    /** What the desk says to an objection. */
    public enum Decision {
        /** The lines count as the reseller expects. */
        UPHELD,
        /** They count as the desk says. */
        CORRECTED,
        /** The statement stands. */
        REJECTED
    }

    /** The month with its lines as they count now, before any threshold (HA-3). */
    Kickback kickback() {
        return Kickback.settled(lines.stream().map(Line::amount).toList(), carryIn);
    }

    /** Whether the reseller can object today. */
    public boolean isOpenToDispute(LocalDate today) {
        return status == Status.SENT && disputeUntil != null && !today.isAfter(disputeUntil);
    }
}
