package io.partnerflow.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Cuts what comes one by one into portions, so that something can be asked about many at once and never about all. */
public final class Portions {

    private Portions() {}

    /**
     * Hands out everything, in its order.
     *
     * @param size of each portion but the last one
     * @param taker gets lists that are never empty
     */
    public static <T> void of(Stream<T> all, int size, Consumer<List<T>> taker) {
        var portion = new ArrayList<T>(size);
        all.forEachOrdered(one -> {
            portion.add(one);
            if (portion.size() == size) {
                taker.accept(List.copyOf(portion));
                portion.clear();
            }
        });
        if (!portion.isEmpty()) {
            taker.accept(List.copyOf(portion));
        }
    }
}
