package io.partnerflow.returns;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import io.partnerflow.shared.VendorCalendar;
import org.springframework.stereotype.Component;

/** Says what is due about devices that have not come. */
@Component
class ReviewLateReturnDelegate extends ProcessDelegate {

    private final LateReturns late;
    private final VendorCalendar calendar;

    ReviewLateReturnDelegate(LateReturns late, VendorCalendar calendar) {
        this.late = late;
        this.calendar = calendar;
    }

    @Override
    protected void perform(Step step) {
        var look = late.look(step.businessKey());
        step.set(ReturnProcess.LATE_STEP, look.step().code());
        step.set(ReturnProcess.NEXT_LOOK_AT, calendar.startOfDay(look.on()));
    }
}
