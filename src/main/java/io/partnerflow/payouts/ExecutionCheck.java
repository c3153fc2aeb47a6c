package io.partnerflow.payouts;

import io.partnerflow.engine.TaskCheck;
import io.partnerflow.shared.Invalid;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who released a run does not say what the bank made of it: a file refused in words only would be paid once more. */
@Component
class ExecutionCheck implements TaskCheck {

    private final PayoutRows rows;

    ExecutionCheck(PayoutRows rows) {
        this.rows = rows;
    }

    @Override
    public String task() {
        return ConfirmExecutionBriefing.TASK;
    }

    @Override
    public void check(String businessKey, Map<String, Object> answers, @Nullable String by) throws Invalid {
        if (by != null && by.equals(rows.hands(businessKey).releasedBy())) {
            throw Invalid.field("executionResult", "payout-released-yourself", null, businessKey);
        }
    }
}
