package io.partnerflow.exports;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that grows line by line; what it holds in memory does not grow with it. */
interface Sheet extends Closeable {

    void headings(List<String> headings) throws IOException;

    /** @param cells each a String, Number, Percentage, Money, LocalDate or LocalDateTime; null for an empty one */
    void line(List<@Nullable Object> cells) throws IOException;

    /** A sentence below everything. */
    void note(String sentence) throws IOException;
}
