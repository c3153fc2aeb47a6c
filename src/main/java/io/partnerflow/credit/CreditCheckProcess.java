package io.partnerflow.credit;

import io.partnerflow.engine.Variable;
import java.time.Instant;

/** The names {@code processes/credit-check.bpmn} and this module agree on. */
final class CreditCheckProcess {

    static final String ALTERNATIVE_CHOSEN = "credit.alternative-chosen";

    static final Variable<Boolean> EARLIER_RESULT_HOLDS = Variable.flag("earlierResultHolds");
    static final Variable<Boolean> AGENCY_SETTLED = Variable.flag("agencySettled");
    static final Variable<Instant> AGENCY_RETRY_AT = Variable.moment("agencyRetryAt");
    static final Variable<String> CREDIT_OUTCOME = Variable.id("creditOutcome");
    static final Variable<String> CREDIT_DECISION = Variable.id("creditDecision");
    static final Variable<String> CREDIT_LIMIT = Variable.id("creditLimit");
    static final Variable<String> CREDIT_CONDITION = Variable.note("creditCondition");
    static final Variable<String> CREDIT_NOTE = Variable.note("creditNote");
    static final Variable<Instant> ALTERNATIVE_DEADLINE = Variable.moment("alternativeDeadline");
    static final Variable<Boolean> SECURITY_OFFERED = Variable.flag("securityOffered");

    private CreditCheckProcess() {}
}
