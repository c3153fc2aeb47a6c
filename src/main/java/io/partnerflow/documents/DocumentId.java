package io.partnerflow.documents;

import java.util.UUID;

/** Names one document for good; safe in links, since it cannot be guessed. */
public record DocumentId(UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID */
    public static DocumentId of(String text) {
        return new DocumentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
