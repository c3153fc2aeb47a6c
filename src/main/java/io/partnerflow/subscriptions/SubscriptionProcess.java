package io.partnerflow.subscriptions;

import io.partnerflow.engine.Variable;

/** The names {@code processes/order.bpmn} and this module agree on. */
final class SubscriptionProcess {

    static final Variable<String> SUBSCRIPTION_NUMBER = Variable.id("subscriptionNumber");
    /** What is to be invoiced first, as {@link PeriodToInvoice#charge} writes it. */
    static final Variable<String> CHARGE = Variable.id("charge");

    static final Variable<Boolean> PERIOD_BEGUN = Variable.flag("periodBegun");

    private SubscriptionProcess() {}
}
