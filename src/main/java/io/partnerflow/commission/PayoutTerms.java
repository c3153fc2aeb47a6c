package io.partnerflow.commission;

import io.partnerflow.programmes.ProgrammePolicy;
import java.math.BigDecimal;

/**
 * Under which terms what was earned is paid out, whether it was earned by months or by contracts.
 *
 * @param disputeDays how long the reseller may object before it is billed; 0 for not at all
 * @param threshold smallest amount that is paid out; less is carried on (HA-4)
 * @param setOff whether the reseller's own overdue invoices are paid from it first (HA-4)
 */
record PayoutTerms(int disputeDays, BigDecimal threshold, boolean setOff) {

    /** @throws IllegalStateException if resellers earn nothing under the policy */
    static PayoutTerms of(ProgrammePolicy policy) {
        var kickback = policy.kickback();
        if (kickback != null) {
            return new PayoutTerms(kickback.disputeDays(), kickback.payoutThreshold(), kickback.setOff());
        }
        var upfront = policy.upfront();
        if (upfront == null) {
            throw new IllegalStateException("programme %s pays no compensation".formatted(policy.code()));
        }
        return new PayoutTerms(upfront.disputeDays(), upfront.payoutThreshold(), upfront.setOff());
    }
}
