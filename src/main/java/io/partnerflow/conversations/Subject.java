package io.partnerflow.conversations;

import java.util.UUID;

/** What a conversation is about. */
public record Subject(String number, ConversationKind kind, UUID reseller, UUID customer) {

    public String page() {
        return kind.page(number);
    }
}
