package io.partnerflow.incoming;

import java.time.Instant;

/**
 * The mailbox could not be emptied for longer than anybody should not know; published once, in the transaction that notes it.
 *
 * @param mailbox which one
 * @param since   when it was emptied for the last time or first failed
 * @param code    what is wrong: {@code incoming.mailbox.<code>}
 * @param words   in the server's own words
 */
public record MailboxAway(String mailbox, Instant since, String code, String words) {}
