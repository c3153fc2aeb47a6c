package io.partnerflow.conversations;

import java.util.UUID;

/**
 * What a conversation is about.
 *
 * @param gone whether it was thrown away, so that only what was written about it is left
 */
public record Subject(String number, ConversationKind kind, UUID reseller, UUID customer, boolean gone) {

    /** The reseller's page of it; that of the conversation, if there is no other. */
    public String page() {
        return gone ? "/messages/" + number : kind.page(number);
    }
}
