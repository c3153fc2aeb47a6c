package io.partnerflow.onboarding;

import io.partnerflow.engine.ModuleService;

/** Lets the automatic checks run over an application and keeps what they say. */
@ModuleService
class ApplicationExamination {

    private final Applications applications;
    private final AutomaticChecks checks;
    private final CheckRecords records;
    private final PreconditionCheck precondition;

    ApplicationExamination(
            Applications applications, AutomaticChecks checks, CheckRecords records, PreconditionCheck precondition) {
        this.applications = applications;
        this.checks = checks;
        this.records = records;
        this.precondition = precondition;
    }

    /** What the process has to know of an application. */
    record Finding(String programme, String precondition, PreconditionEvidence evidence) {}

    Finding examine(String number) {
        var application = applications.numbered(number);
        records.keep(number, checks.of(application));
        return new Finding(
                application.programme(), precondition.of(application).name(), precondition.evidence(application));
    }
}
