package io.partnerflow.incoming;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the mailbox is.
 *
 * @param mailbox      which one; empty if mail is not fetched
 * @param workedAt     when it was emptied last; null for never
 * @param failingSince null while it works
 * @param code         what is wrong: {@code incoming.mailbox.<code>}; null for nothing
 * @param words        in the server's own words
 */
public record MailboxState(
        String mailbox,
        @Nullable Instant workedAt,
        @Nullable Instant failingSince,
        @Nullable String code,
        @Nullable String words) {

    public boolean isOn() {
        return !mailbox.isEmpty();
    }

    public boolean isFailing() {
        return failingSince != null;
    }
}
