package io.partnerflow.agreements;

import io.partnerflow.engine.Variable;
import java.time.Instant;

/** The names {@code processes/signed-agreement.bpmn} and this module agree on. */
final class SignedAgreementProcess {

    static final String AGREEMENT_UPLOADED = "agreement.uploaded";
    static final String AGREEMENT_RENEWED = "agreement.renewed";

    static final Variable<Instant> AGREEMENT_REMINDER_AT = Variable.moment("agreementReminderAt");
    static final Variable<Instant> AGREEMENT_DEADLINE = Variable.moment("agreementDeadline");
    static final Variable<Boolean> AGREEMENT_CHECK_REQUIRED = Variable.flag("agreementCheckRequired");
    static final Variable<String> RETURN_REASON = Variable.note("returnReason");

    private SignedAgreementProcess() {}
}
