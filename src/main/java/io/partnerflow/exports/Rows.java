package io.partnerflow.exports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Where the rows of a file come from: read one by one, never all at once. A module reads them with a fetch size inside its
 * own read-only transaction.
 *
 * @param <T> one row
 */
@FunctionalInterface
public interface Rows<T> {

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
