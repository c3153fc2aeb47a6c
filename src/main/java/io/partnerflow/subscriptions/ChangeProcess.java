package io.partnerflow.subscriptions;

import io.partnerflow.engine.Variable;
import java.time.Instant;

/** The names {@code processes/subscription-change.bpmn}, {@code renewal.bpmn} and this module agree on. */
final class ChangeProcess {

    static final String REQUESTED = "subscription-change.requested";
    static final String WITHDRAWN = "subscription-change.withdrawn";
    /** The process that looks at a contract whose term comes to its end. */
    static final String RENEWAL = "renewal";

    static final String RENEWAL_NEAR = "subscription.renewal-near";

    static final Variable<Boolean> DECISION_REQUIRED = Variable.flag("decisionRequired");
    static final Variable<String> SUBSCRIPTION_NUMBER = Variable.id("subscriptionNumber");
    static final Variable<String> CHARGE = Variable.id("charge");
    static final Variable<Boolean> CHARGE_DUE = Variable.flag("chargeDue");
    static final Variable<Instant> DECISION_DEADLINE = Variable.moment("decisionDeadline");
    static final Variable<String> REFUSAL_REASON = Variable.note("refusalReason");

    static final Variable<Instant> RENEWAL_AT = Variable.moment("renewalAt");
    static final Variable<String> RENEWAL_STEP = Variable.id("renewalStep");
    static final Variable<Instant> NEXT_LOOK_AT = Variable.moment("nextLookAt");
    static final Variable<Boolean> MORE_DUE = Variable.flag("moreDue");

    private ChangeProcess() {}
}
