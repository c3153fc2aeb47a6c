package io.partnerflow.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences, instead of a page of causes, why the second start on a directory does not work. */
class DirectoryInUseAnalyzer extends AbstractFailureAnalyzer<DirectoryInUse> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DirectoryInUse cause) {
        return new FailureAnalysis(
                cause.getMessage() + ".", "Stop it, or choose another directory with partnerflow.data-dir.", cause);
    }
}
