package io.partnerflow.subscriptions;

/**
 * A contract has become longer at its own rate; published in the transaction that made it so.
 *
 * @param subscription its number
 */
public record ContractExtended(String subscription) {}
