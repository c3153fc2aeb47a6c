package io.partnerflow.subscriptions;

import io.partnerflow.pricing.Term;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contract that runs already and can be taken over as it is.
 *
 * @param term the running one
 * @param invoicedPeriods periods of the running term that were invoiced elsewhere
 * @param nextInvoiceOn first day of the first period that is invoiced here
 * @param endsOn first day without it; null if it goes on
 * @param noticeGiven whether it ends because somebody wants it to
 * @param followUpOn when its reseller is asked for a follow-up offer; null if it does not end by itself
 * @param renewalDueOn when somebody has to look at it; null for nobody
 */
public record RunningContract(
        Wanted wanted,
        ProgrammePolicy policy,
        ContractTerms agreed,
        Term term,
        List<SubscriptionLine> lines,
        int rhythmMonths,
        int invoicedPeriods,
        LocalDate nextInvoiceOn,
        @Nullable LocalDate endsOn,
        boolean noticeGiven,
        @Nullable LocalDate followUpOn,
        @Nullable LocalDate renewalDueOn) {

    /**
     * A contract as somebody describes it, not checked yet; null stands for what was left out.
     *
     * @param reference how it was called so far
     * @param customer organisation; null if nobody knows it yet
     * @param renewalDate first day after the running term; null if every term was as long as this one
     * @param nextInvoiceOn null for the first period that begins today or later
     * @param lastDay the last day with it, where notice was given
     * @param currency null for the programme's
     * @param termDiscount null for the programme's
     * @param partnerDiscount null for the reseller's
     * @param keepsDiscounts whether both discounts hold at the renewals, too
     */
    public record Wanted(
            String reference,
            UUID reseller,
            @Nullable UUID customer,
            @Nullable String programme,
            List<Line> lines,
            @Nullable LocalDate startDate,
            @Nullable Integer termMonths,
            @Nullable LocalDate renewalDate,
            @Nullable Integer rhythmMonths,
            @Nullable LocalDate nextInvoiceOn,
            @Nullable LocalDate lastDay,
            @Nullable String currency,
            @Nullable Percentage termDiscount,
            @Nullable Percentage partnerDiscount,
            boolean keepsDiscounts,
            @Nullable Integer noticeDays,
            @Nullable Integer reductionWindowMonths,
            @Nullable Integer paymentDays,
            @Nullable String poReference,
            @Nullable String costGroup) {}

    /** @param pricePerYear of one piece before discounts; null for today's list price */
    public record Line(
            @Nullable String product,
            @Nullable Integer quantity,
            @Nullable Money pricePerYear) {}
}
