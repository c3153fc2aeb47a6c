package io.partnerflow.subscriptions;

import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.shared.Percentage;
import org.jspecify.annotations.Nullable;

/**
 * What one contract says: the programme's rules of the day it was made, or what was agreed on instead.
 *
 * <p><b>Source:</b> A-37.
 *
 * @param noticeDays before the renewal date
 * @param reductionWindowMonths before the renewal date, 0 for none
 * @param paymentDays from issue to due date
 * @param renewalMonths length of the next term; null for one as long as the running (C-13)
 * @param termDiscount null for the programme's at the renewal
 * @param partnerDiscount null for the reseller's at the renewal
 */
public record ContractTerms(
        int noticeDays,
        int reductionWindowMonths,
        int paymentDays,
        @Nullable Integer renewalMonths,
        @Nullable Percentage termDiscount,
        @Nullable Percentage partnerDiscount) {

    static ContractTerms of(ProgrammePolicy policy) {
        var deadlines = policy.deadlines();
        return new ContractTerms(
                deadlines.noticeDays(), deadlines.reductionWindowMonths(), deadlines.paymentDays(), null, null, null);
    }
}
