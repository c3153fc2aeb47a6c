package io.partnerflow.dunning;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import io.partnerflow.shared.VendorCalendar;
import org.springframework.stereotype.Component;

/** Keeps the payer from new orders and says when the desk is asked again. */
@Component
class BlockOrdersDelegate extends ProcessDelegate {

    private final Dunnings dunnings;
    private final VendorCalendar calendar;

    BlockOrdersDelegate(Dunnings dunnings, VendorCalendar calendar) {
        this.dunnings = dunnings;
        this.calendar = calendar;
    }

    @Override
    protected void perform(Step step) {
        step.set(DunningProcess.ASK_AGAIN_AT, calendar.startOfDay(dunnings.block(step.businessKey())));
    }
}
