package io.partnerflow.orders;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Answers what a machine can answer before a person looks. */
@Component
class AnswerOrderChecksDelegate extends ProcessDelegate {

    private final OrderSteps orders;

    AnswerOrderChecksDelegate(OrderSteps orders) {
        this.orders = orders;
    }

    @Override
    protected void perform(Step step) {
        var checked = orders.answerChecks(step.businessKey());
        step.set(OrderProcess.VENDOR_CHECK_REQUIRED, checked.vendorCheckRequired());
        step.set(OrderProcess.TRIAL_TO_CONVERT, checked.trialToConvert());
        step.set(OrderProcess.CREDIT_CHECK_REQUIRED, checked.creditCheckRequired());
        step.set(OrderProcess.DELIVERY_REQUIRED, checked.deliveryRequired());
        step.set(OrderProcess.COMMISSION_EARNED, checked.commissionEarned());
    }
}
