package io.partnerflow.returns;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import io.partnerflow.shared.VendorCalendar;
import org.springframework.stereotype.Component;

/** Says what is to be done next about a return. */
@Component
class TakeStockDelegate extends ProcessDelegate {

    private final ReturnSteps returns;
    private final VendorCalendar calendar;

    TakeStockDelegate(ReturnSteps returns, VendorCalendar calendar) {
        this.returns = returns;
        this.calendar = calendar;
    }

    @Override
    protected void perform(Step step) {
        var number = step.businessKey();
        step.set(ReturnProcess.NEXT_WORK, returns.takeStock(number).code());
        step.set(ReturnProcess.UNLOCK_OVER_AT, calendar.startOfDay(returns.unlockingOver(number)));
        step.set(ReturnProcess.CONTRACT_OVER_AT, calendar.startOfDay(returns.contractOver(number)));
    }
}
