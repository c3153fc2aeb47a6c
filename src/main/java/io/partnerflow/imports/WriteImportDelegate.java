package io.partnerflow.imports;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Writes every row of the file, or none. */
@Component
class WriteImportDelegate extends ProcessDelegate {

    private final ImportRun run;

    WriteImportDelegate(ImportRun run) {
        this.run = run;
    }

    @Override
    protected void perform(Step step) {
        step.set(ImportProcess.ALL_WRITTEN, run.write(step.businessKey()));
    }
}
