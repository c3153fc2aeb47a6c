package io.partnerflow.shared;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param items at most {@code size}
 * @param page  counts from 0
 * @param size  how many items a page has
 * @param total how many there are on all pages
 */
public record Page<T>(List<T> items, int page, int size, long total) {

    public Page {
        items = List.copyOf(items);
    }

    /** The same part of the list, each item shown differently. */
    public <R> Page<R> map(Function<T, R> shown) {
        return new Page<>(items.stream().map(shown).toList(), page, size, total);
    }

    /** Whether there is a page after this one. */
    public boolean hasNext() {
        return (page + 1L) * size < total;
    }

    /** The whole of a short list. */
    public static <T> Page<T> all(List<T> items) {
        return new Page<>(items, 0, Math.max(items.size(), 1), items.size());
    }
}
