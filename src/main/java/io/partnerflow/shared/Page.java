package io.partnerflow.shared;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list. A long list is counted only so far: nobody needs to know whether there are 31,244 or 31,245, and finding
 * out would cost as much as reading them all.
 *
 * @param items      at most {@code size}
 * @param page       counts from 0
 * @param size       how many items a page has
 * @param total      how many there are on all pages; if it is not exact, there are at least so many
 * @param totalExact false if there are more than {@value Paging#REACH}
 */
public record Page<T>(List<T> items, int page, int size, long total, boolean totalExact) {

    public Page {
        items = List.copyOf(items);
    }

    /** @param counted how many there are on all pages, counted at least as far as {@link Paging#counted} does */
    public Page(List<T> items, int page, int size, long counted) {
        this(items, page, size, Math.min(counted, Paging.REACH + 1L), counted <= Paging.REACH);
    }

    /** @param counted how many there are on all pages, as {@link Paging#counted} counts */
    public static <T> Page<T> of(List<T> items, Paging wanted, long counted) {
        return new Page<>(items, wanted.page(), wanted.size(), counted);
    }

    /** The same part of the list, each item shown differently. */
    public <R> Page<R> map(Function<T, R> shown) {
        return new Page<>(items.stream().map(shown).toList(), page, size, total, totalExact);
    }

    /** Whether there is a page after this one that can be asked for. */
    public boolean hasNext() {
        var begins = (page + 1L) * size;
        return begins < total && begins < Paging.REACH;
    }

    /** The whole of a short list. */
    public static <T> Page<T> all(List<T> items) {
        return new Page<>(items, 0, Math.max(items.size(), 1), items.size());
    }
}
