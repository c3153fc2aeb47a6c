package io.partnerflow.subscriptions;

import io.partnerflow.pricing.Deadlines;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as others see it.
 *
 * @param number SU-…
 * @param closed whether it has ended and everything it was for has come back
 * @param term the running one; the last one of a subscription that has ended
 * @param lines what the running term is for, at its frozen prices
 * @param annualNet what is invoiced for a year of the running term
 * @param annualList the same at list price (PA-2)
 * @param nextInvoiceOn null if none will come
 * @param poReference the reseller's reference for coming invoices; null if it gave none
 * @param deadlines of the running term
 * @param agreed what the contract says
 * @param endsOn first day without it; null as long as nobody has given notice to a contract that does not end by itself
 * @param followUpOn when its reseller is asked for a follow-up offer (W-22); null if it does not end by itself
 * @param costGroup project or department it is for; null if there is none (HA-10)
 */
public record SubscriptionView(
        String number,
        String orderNumber,
        String programme,
        int policyVersion,
        UUID reseller,
        UUID customer,
        boolean active,
        boolean closed,
        LocalDate startDate,
        Period term,
        int termMonths,
        int rhythmMonths,
        List<SubscriptionLine> lines,
        Money annualNet,
        Money annualList,
        @Nullable LocalDate nextInvoiceOn,
        @Nullable String poReference,
        Deadlines deadlines,
        ContractTerms agreed,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate followUpOn,
        @Nullable String costGroup,
        Instant activatedAt) {

    /** Whether it is for its term and no longer, without a renewal and without notice (W-28, W-30). */
    public boolean endsByItself() {
        return followUpOn != null;
    }

    /** Its last day, or that of its running term as long as nothing ends it. */
    public LocalDate lastDay() {
        return (endsOn == null ? deadlines.renewalDate() : endsOn).minusDays(1);
    }
}
