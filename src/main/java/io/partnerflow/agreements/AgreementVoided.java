package io.partnerflow.agreements;

/** An agreement counts no more, together with its order; published in the transaction that makes it void. */
public record AgreementVoided(String orderNumber) {}
