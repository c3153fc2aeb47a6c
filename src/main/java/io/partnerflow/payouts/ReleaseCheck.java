package io.partnerflow.payouts;

import io.partnerflow.engine.TaskCheck;
import io.partnerflow.shared.Invalid;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Nobody releases a run they have prepared, or one that pays to an account they have entered. Holding one needs no second person. */
@Component
class ReleaseCheck implements TaskCheck {

    private static final String DECISION = "payoutDecision";

    private final PayoutRows rows;

    ReleaseCheck(PayoutRows rows) {
        this.rows = rows;
    }

    @Override
    public String task() {
        return ReleasePayoutRunBriefing.TASK;
    }

    @Override
    public void check(String businessKey, Map<String, Object> answers, @Nullable String by) throws Invalid {
        if (by == null || !"release".equals(answers.get(DECISION))) {
            return;
        }
        if (by.equals(rows.hands(businessKey).preparedBy())) {
            throw Invalid.field(DECISION, "payout-prepared-yourself", null, businessKey);
        }
        rows.paysToAccountEnteredBy(businessKey, by).ifPresent(payee -> {
            throw Invalid.field(DECISION, "payout-to-account-you-entered", null, businessKey, payee);
        });
    }
}
