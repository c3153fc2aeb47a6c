package io.partnerflow.exports;

import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of a file come from: read one by one, never all at once. A module reads them with a fetch size inside its
 * own read-only transaction.
 *
 * @param <T> one row
 */
@FunctionalInterface
public interface Rows<T> {

    /** Rows of a page, where a list has only pages. */
    int PAGE = 200;

    /**
     * Hands out the rows in the order of the list.
     *
     * @param most how many are wanted at most
     * @param taker gets each of them
     */
    void each(int most, Consumer<T> taker);

    /** What is in memory already, because there can never be many. */
    static <T> Rows<T> of(Collection<T> rows) {
        return (most, taker) -> rows.stream().limit(most).forEach(taker);
    }

    /** How many there are at most, whatever is asked for: a file that is cut there says so. */
    default int reach() {
        return Integer.MAX_VALUE;
    }

    /**
     * A list that can only be leafed through, page by page, as far as pages reach.
     *
     * @param sort as the list knows it; null for its own order
     */
    static <T> Rows<T> pages(@Nullable String sort, String search, Function<Paging, Page<T>> list) {
        return new Rows<>() {
            @Override
            public void each(int most, Consumer<T> taker) {
                var left = Math.min(most, reach());
                for (var number = 0; left > 0; number++) {
                    var page = list.apply(new Paging(number, PAGE, sort, search));
                    page.items().stream().limit(left).forEach(taker);
                    left = page.hasNext() ? left - page.items().size() : 0;
                }
            }

            @Override
            public int reach() {
                return Paging.REACH;
            }
        };
    }

    /**
     * The same rows shown differently, for what is better asked for many rows at once, such as names.
     *
     * @param size how many are handed to the function at once
     * @param shown gives as many as it gets, in the same order
     */
    default <R> Rows<R> inChunks(int size, Function<List<T>, List<R>> shown) {
        return (most, taker) -> {
            var chunk = new ArrayList<T>(size);
            each(most, row -> {
                chunk.add(row);
                if (chunk.size() == size) {
                    shown.apply(List.copyOf(chunk)).forEach(taker);
                    chunk.clear();
                }
            });
            shown.apply(List.copyOf(chunk)).forEach(taker);
        };
    }
}
