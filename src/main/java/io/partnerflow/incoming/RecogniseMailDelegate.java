package io.partnerflow.incoming;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

@Component
class RecogniseMailDelegate extends ProcessDelegate {

    private final Recognition recognition;

    RecogniseMailDelegate(Recognition recognition) {
        this.recognition = recognition;
    }

    @Override
    protected void perform(Step step) {
        step.set(IncomingProcess.MAIL_STEP, recognition.recognise(step.businessKey()));
    }
}
