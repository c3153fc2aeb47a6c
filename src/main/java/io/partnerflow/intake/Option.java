package io.partnerflow.intake;

/**
 * One of the answers a form offers.
 *
 * @param value what is kept
 * @param label what people read
 */
public record Option(String value, String label) {}
