package io.partnerflow.dunning;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import io.partnerflow.shared.VendorCalendar;
import org.springframework.stereotype.Component;

/** Reads when the next steps are due, after they were moved. */
@Component
class MoveDunningStepsDelegate extends ProcessDelegate {

    private final Dunnings dunnings;
    private final VendorCalendar calendar;

    MoveDunningStepsDelegate(Dunnings dunnings, VendorCalendar calendar) {
        this.dunnings = dunnings;
        this.calendar = calendar;
    }

    @Override
    protected void perform(Step step) {
        var dunning = dunnings.get(step.businessKey());
        step.set(DunningProcess.SECOND_REMINDER_AT, calendar.startOfDay(dunning.secondReminderOn()));
        step.set(DunningProcess.BLOCK_AT, calendar.startOfDay(dunning.blockOn()));
    }
}
