package io.partnerflow.returns;

/**
 * A line in a list of returns.
 *
 * @param customerName what people read
 * @param devices how many there are
 * @param arrived how many of them have arrived
 * @param ended how many of them have an end
 */
public record ReturnSummary(ReturnView head, String customerName, int devices, int arrived, int ended) {}
