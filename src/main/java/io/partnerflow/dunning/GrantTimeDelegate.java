package io.partnerflow.dunning;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Opens orders again for the time that was granted. */
@Component
class GrantTimeDelegate extends ProcessDelegate {

    private final Dunnings dunnings;
    private final VendorCalendar calendar;

    GrantTimeDelegate(Dunnings dunnings, VendorCalendar calendar) {
        this.dunnings = dunnings;
        this.calendar = calendar;
    }

    @Override
    protected void perform(Step step) {
        var until = LocalDate.parse(step.get(DunningProcess.GRANTED_UNTIL));
        var over = dunnings.grant(step.businessKey(), until, step.get(DunningProcess.NOTE));
        step.set(DunningProcess.GRANTED_UNTIL_AT, calendar.startOfDay(over));
    }
}
