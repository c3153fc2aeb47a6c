package io.partnerflow.taskmail;

import java.util.Arrays;
import java.util.Optional;

/** How much mail a member of staff wants about tasks. */
enum MailChoice {
    /** Each new task of the desk, and every working morning what waits. */
    AT_ONCE,
    /** Every working morning what waits, in one mail. */
    DIGEST,
    NOTHING;

    /** @return empty for a word that is none of them */
    static Optional<MailChoice> named(String word) {
        return Arrays.stream(values())
                .filter(choice -> choice.name().equals(word))
                .findFirst();
    }
}
