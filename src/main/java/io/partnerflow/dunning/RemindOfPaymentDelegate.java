package io.partnerflow.dunning;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import io.partnerflow.shared.VendorCalendar;
import org.springframework.stereotype.Component;

/** Writes the first reminder and says when the second is due. */
@Component
class RemindOfPaymentDelegate extends ProcessDelegate {

    private final Dunnings dunnings;
    private final VendorCalendar calendar;

    RemindOfPaymentDelegate(Dunnings dunnings, VendorCalendar calendar) {
        this.dunnings = dunnings;
        this.calendar = calendar;
    }

    @Override
    protected void perform(Step step) {
        var dunning = dunnings.remind(step.businessKey());
        step.set(DunningProcess.SECOND_REMINDER_AT, calendar.startOfDay(dunning.secondReminderOn()));
    }
}
