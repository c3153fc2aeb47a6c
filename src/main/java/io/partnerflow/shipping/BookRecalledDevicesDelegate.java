package io.partnerflow.shipping;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Books what came back of a recalled delivery. */
@Component
class BookRecalledDevicesDelegate extends ProcessDelegate {

    private final Recall recall;

    BookRecalledDevicesDelegate(Recall recall) {
        this.recall = recall;
    }

    @Override
    protected void perform(Step step) {
        recall.takeBack(step.businessKey(), step.get(DeliveryProcess.MISSING_SERIALS));
    }
}
