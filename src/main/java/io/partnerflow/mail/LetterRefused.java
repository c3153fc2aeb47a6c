package io.partnerflow.mail;

/**
 * A mail server has refused a letter for good, most often because the address does not exist. Published in the
 * transaction that notes it.
 *
 * @param letterId    to show or resend it, see {@link Outbox}
 * @param key         of the letter
 * @param to          address that was refused
 * @param businessKey human number of the case the letter is about
 * @param reason      the server's own words
 */
public record LetterRefused(long letterId, String key, String to, String businessKey, String reason) {}
