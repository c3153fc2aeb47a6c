package io.partnerflow.incoming;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that came with a mail.
 *
 * @param place    counts from 1
 * @param verdict  {@value #TAKEN}, or why not: {@code incoming.attachment.<verdict>}
 * @param document null if it was not taken; it is still in the mail as it came
 */
public record MailAttachment(
        int place,
        String fileName,
        long size,
        String verdict,
        @Nullable UUID document) {

    static final String TAKEN = "taken";

    public boolean taken() {
        return document != null;
    }
}
