package io.partnerflow.orders;

import io.partnerflow.engine.Variable;
import java.time.Instant;

/** The names {@code processes/order.bpmn} and this module agree on. */
final class OrderProcess {

    static final String ORDER_STARTED = "order.started";
    static final String ORDER_REGISTERED = "order.registered";
    static final String ORDER_CANCELLED = "order.cancelled";

    static final Variable<Boolean> AGREEMENT_REQUIRED = Variable.flag("agreementRequired");
    static final Variable<Instant> FORM_REMINDER_AT = Variable.moment("formReminderAt");
    static final Variable<Instant> FORM_DEADLINE = Variable.moment("formDeadline");
    static final Variable<Boolean> VENDOR_CHECK_REQUIRED = Variable.flag("vendorCheckRequired");
    static final Variable<Boolean> TRIAL_TO_CONVERT = Variable.flag("trialToConvert");
    static final Variable<Boolean> CREDIT_CHECK_REQUIRED = Variable.flag("creditCheckRequired");
    static final Variable<Boolean> DELIVERY_REQUIRED = Variable.flag("deliveryRequired");
    static final Variable<Boolean> COMMISSION_EARNED = Variable.flag("commissionEarned");
    static final Variable<String> REJECTION_REASON = Variable.note("rejectionReason");

    private OrderProcess() {}
}
