package io.partnerflow.subscriptions;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import io.partnerflow.engine.Variable;
import org.springframework.stereotype.Component;

/** Does what a member of staff has entered for a partner. */
@Component
class TakeContractChangeDelegate extends ProcessDelegate {

    private final StaffChanges changes;

    TakeContractChangeDelegate(StaffChanges changes) {
        this.changes = changes;
    }

    @Override
    protected void perform(Step step) {
        changes.take(new StaffChanges.Entry(
                answer(step, "changeKind"),
                answer(step, "contractNumber").strip(),
                answer(step, "contractReference"),
                answer(step, "leavingSeats"),
                answer(step, "nextPossible"),
                answer(step, "newReseller"),
                new AgreedTerms.Wanted(
                        StaffChanges.number(answer(step, "noticeDays")),
                        StaffChanges.number(answer(step, "reductionWindowMonths")),
                        StaffChanges.number(answer(step, "paymentDays")),
                        StaffChanges.number(answer(step, "renewalMonths")),
                        StaffChanges.number(answer(step, "rhythmMonths")),
                        StaffChanges.percentage(answer(step, "termDiscount")),
                        StaffChanges.percentage(answer(step, "partnerDiscount")))));
    }

    private static String answer(Step step, String field) {
        return step.get(Variable.note(field));
    }
}
