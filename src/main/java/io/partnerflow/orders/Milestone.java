package io.partnerflow.orders;

import java.util.Locale;

/** Something that happened to an order and that people want to see on its timeline. */
public enum Milestone {
    STARTED,
    FORM_REMINDED,
    REGISTERED,
    AGREEMENT_SENT,
    AGREEMENT_REMINDED,
    AGREEMENT_UPLOADED,
    AGREEMENT_RETURNED,
    AGREEMENT_CONCLUDED,
    AGREEMENT_LAPSED,
    AGREEMENT_VOIDED,
    CHECKED,
    CREDIT_APPROVED,
    CREDIT_REFERRED,
    CREDIT_DECLINED,
    ACCOUNT_DELAYED,
    ACCOUNT_QUESTION,
    ACCOUNT_ANSWERED,
    ACCOUNT_READY,
    ACCOUNT_SUSPENDED,
    SHIPPED,
    DELIVERED,
    ACTIVATED,
    SUBSCRIPTION_ENDED,
    INVOICED,
    COMPLETED,
    REJECTED,
    DECLINED,
    CANCELLATION_REQUESTED,
    CANCELLED,
    LAPSED;

    /** As the API and the message bundles name it: {@code agreement-sent}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
