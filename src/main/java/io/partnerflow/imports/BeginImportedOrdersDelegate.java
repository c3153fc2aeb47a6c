package io.partnerflow.imports;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Begins one portion of the imported orders and says whether more wait. */
@Component
class BeginImportedOrdersDelegate extends ProcessDelegate {

    private final ImportRun run;

    BeginImportedOrdersDelegate(ImportRun run) {
        this.run = run;
    }

    @Override
    protected void perform(Step step) {
        step.set(ImportProcess.MORE_TO_BEGIN, run.begin(step.businessKey()));
    }
}
