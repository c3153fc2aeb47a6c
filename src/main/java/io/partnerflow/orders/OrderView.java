package io.partnerflow.orders;

import io.partnerflow.shared.NamedEmail;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as others see it.
 *
 * @param number             OR-…
 * @param policyVersion      version of the programme's policy the order was made under
 * @param reseller           organisation that ordered and is invoiced
 * @param customer           organisation that will use it
 * @param trialNumber        the trial it converts, null if it begins a new account
 * @param lines              what is ordered, at least one
 * @param termMonths         length of the term
 * @param startDate          first day of the term; null until the order form is in
 * @param poReference        the reseller's own reference for invoices, null if it gave none
 * @param signatory          who signs the agreement for the customer; null if the programme asks for none
 * @param price              frozen when the order form came in; null before
 * @param terms              accepted with the order form; null before
 * @param subscriptionNumber null until it is active
 * @param invoiced           whether an invoice has been issued: from then on it cannot be cancelled
 * @param reason             why it was rejected or cancelled, in the words of who did; null otherwise
 * @param placedBy           e-mail address of the user who started it
 * @param offerNumber        the offer it comes from; null if it comes from none
 * @param pricedOn           the day whose price list it was priced by; null for the day the order form came in
 * @param deliveredOn        the day everything had arrived; null before, and where nothing is delivered
 */
public record OrderView(
        String number,
        OrderStatus status,
        String programme,
        int policyVersion,
        UUID reseller,
        UUID customer,
        @Nullable String trialNumber,
        List<OrderLine> lines,
        int termMonths,
        @Nullable LocalDate startDate,
        @Nullable String poReference,
        @Nullable NamedEmail signatory,
        @Nullable OrderPrice price,
        @Nullable AcceptedTerms terms,
        @Nullable String subscriptionNumber,
        boolean invoiced,
        @Nullable String reason,
        String placedBy,
        Instant startedAt,
        Instant formDeadline,
        @Nullable String offerNumber,
        @Nullable LocalDate pricedOn,
        @Nullable LocalDate deliveredOn) {

    /**
     * Terms and conditions as they were accepted.
     *
     * @param by e-mail address of the user
     */
    public record AcceptedTerms(String version, String by, Instant at) {}

    /** Whether the order form has been received. */
    public boolean isRegistered() {
        return price != null;
    }
}
