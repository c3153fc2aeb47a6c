package io.partnerflow.imports;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For whom a file is imported.
 *
 * @param reseller the one whose customers and orders they are; null for the vendor, whose rows name the reseller
 * @param by address of the user, or log-in of the member of staff
 */
public record Scope(@Nullable UUID reseller, String by) {

    boolean vendor() {
        return reseller == null;
    }
}
