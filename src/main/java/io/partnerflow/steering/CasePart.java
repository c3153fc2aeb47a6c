package io.partnerflow.steering;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One more part of the page about a case, such as the decisions that were made about it. Every bean of this kind is shown
 * there, in the order of {@code @Order}.
 */
interface CasePart {

    /** Template and fragment that draws it, such as {@code staff/decisions :: of-case}; it finds its content as {@code part}. */
    String fragment();

    /**
     * What the fragment shows, asked with a fixed number of queries.
     *
     * @param number of the case, such as {@code OR-2026-000001}
     * @return null if there is nothing to show about this case
     */
    @Nullable
    Object of(String number, Locale language);
}
