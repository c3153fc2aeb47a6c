package io.partnerflow.payouts;

import io.partnerflow.engine.StaffAccounts;
import io.partnerflow.engine.TaskCheck;
import io.partnerflow.shared.Invalid;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Nobody releases a run they have prepared, or one that pays to an account they have entered. Holding one needs no second person. */
@Component
class ReleaseCheck implements TaskCheck {

    private static final String DECISION = "payoutDecision";

    private final PayoutRows rows;
    private final StaffAccounts accounts;

    ReleaseCheck(PayoutRows rows, StaffAccounts accounts) {
        this.rows = rows;
        this.accounts = accounts;
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
        rows.paysToAccountEnteredBy(businessKey, names(by)).ifPresent(payee -> {
            throw Invalid.field(DECISION, "payout-to-account-you-entered", null, businessKey, payee);
        });
    }

    /** In the portal people are their e-mail address. */
    private Set<String> names(String person) {
        return Stream.concat(Stream.of(person), accounts.emailOf(person).stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
