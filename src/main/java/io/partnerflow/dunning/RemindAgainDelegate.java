package io.partnerflow.dunning;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import io.partnerflow.shared.VendorCalendar;
import org.springframework.stereotype.Component;

/** Writes the second reminder and says when orders are blocked. */
@Component
class RemindAgainDelegate extends ProcessDelegate {

    private final Dunnings dunnings;
    private final VendorCalendar calendar;

    RemindAgainDelegate(Dunnings dunnings, VendorCalendar calendar) {
        this.dunnings = dunnings;
        this.calendar = calendar;
    }

    @Override
    protected void perform(Step step) {
        var dunning = dunnings.remindAgain(step.businessKey());
        step.set(DunningProcess.BLOCK_AT, calendar.startOfDay(dunning.blockOn()));
    }
}
