package io.partnerflow.agreements;

/**
 * An agreement is binding from now on; published in the transaction that concludes it.
 *
 * @param how in which way it was signed
 */
public record AgreementConcluded(String orderNumber, SignedHow how) {}
