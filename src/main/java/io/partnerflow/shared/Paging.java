package io.partnerflow.shared;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param page   counts from 0
 * @param size   1 to 200
 * @param sort   property to sort by, {@code -} in front for the other direction; null for the list's own order
 * @param search text to look for, at most 100 characters; empty for everything
 */
public record Paging(int page, int size, @Nullable String sort, String search) {

    public static final int USUAL_SIZE = 50;
    private static final int LARGEST_SIZE = 200;
    private static final int FURTHEST_PAGE = 100_000;
    private static final int LONGEST_SEARCH = 100;

    /** @throws Invalid naming each of {@code page}, {@code size} and {@code search} that is out of bounds */
    public Paging {
        search = search.strip();
        var problems = new Invalid.Collector();
        if (page < 0 || page > FURTHEST_PAGE) {
            problems.reject("page", "out-of-range", page, 0, FURTHEST_PAGE);
        }
        if (size < 1 || size > LARGEST_SIZE) {
            problems.reject("size", "out-of-range", size, 1, LARGEST_SIZE);
        }
        if (search.length() > LONGEST_SEARCH) {
            problems.reject("search", "too-long", null, LONGEST_SEARCH);
        }
        problems.throwIfAny();
    }

    /** The first page in the list's own order. */
    public static Paging first() {
        return new Paging(0, USUAL_SIZE, null, "");
    }

    /** For {@code OFFSET}. */
    public long offset() {
        return (long) page * size;
    }

    /** For {@code lower(x) LIKE ? ESCAPE '\'}: anything around the text, whose own wildcards count as letters. */
    public String pattern() {
        return "%" + search.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
