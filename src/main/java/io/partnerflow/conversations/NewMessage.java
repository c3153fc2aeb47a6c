package io.partnerflow.conversations;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to write.
 *
 * @param submission      of the form or call it came with: what comes twice is written once
 * @param text            1 to {@link #LONGEST} characters
 * @param customerMayRead whether the customer's people shall see it too; only a reseller can say so
 * @param file            what comes with it; null for nothing
 */
public record NewMessage(
        UUID submission,
        @Nullable String text,
        boolean customerMayRead,
        @Nullable File file) {

    public static final int LONGEST = 5_000;

    /** A file as it comes: looked at before it is taken. */
    public record File(byte[] content, String name) {}
}
