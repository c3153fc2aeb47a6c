package io.partnerflow.intake;

/**
 * What a form led to.
 *
 * @param reference the number people can ask about later
 * @param location  path of the page to go on with
 * @param message   key of the sentence shown there; {0} is the reference
 */
public record Receipt(String reference, String location, String message) {}
