package io.partnerflow.shipping;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tracking numbers as we compare them. */
final class Tracking {

    private Tracking() {}

    /** In capitals, without spaces; empty if there is none. */
    static String normal(@Nullable String typed) {
        return typed == null ? "" : typed.replaceAll("[\\s\\p{Z}]", "").toUpperCase(Locale.ROOT);
    }
}
