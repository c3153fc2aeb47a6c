package io.partnerflow.shared;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted. Pages reach as far as somebody would leaf: what stands after the first {@value #REACH} rows is
 * found by searching or filtering.
 *
 * @param page   counts from 0; begins within the first {@value #REACH} rows
 * @param size   1 to 200
 * @param sort   property to sort by, {@code -} in front for the other direction; null for the list's own order
 * @param search text to look for, at most 100 characters; empty for everything
 */
public record Paging(int page, int size, @Nullable String sort, String search) {

    public static final int USUAL_SIZE = 50;
    private static final int LARGEST_SIZE = 200;
    /** Rows that can be leafed through, and up to which a list is counted exactly. */
    public static final int REACH = 10_000;

    private static final int LONGEST_SEARCH = 100;

    /** @throws Invalid naming each of {@code page}, {@code size} and {@code search} that is out of bounds */
    public Paging {
        search = search.strip();
        var problems = new Invalid.Collector();
        if (size < 1 || size > LARGEST_SIZE) {
            problems.reject("size", "out-of-range", size, 1, LARGEST_SIZE);
        }
        if (page < 0) {
            problems.reject("page", "out-of-range", page, 0, (REACH - 1) / Math.min(Math.max(size, 1), LARGEST_SIZE));
        } else if ((long) page * size >= REACH) {
            problems.reject("page", "page-too-far", page, REACH);
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

    /** Whatever has the words, from the first one on: for lists that become a file. @param sort null for the list's own order */
    public static Paging searching(String search, @Nullable String sort) {
        return new Paging(0, USUAL_SIZE, sort, search);
    }

    /** For {@code OFFSET}. */
    public long offset() {
        return (long) page * size;
    }

    /**
     * The statement that counts a list: exactly up to {@value #REACH}, and one more where there are more.
     *
     * @param from {@code FROM … WHERE …}, its parameters left as they are
     */
    public static String counted(String from) {
        return "SELECT count(*) FROM (SELECT 1 " + from + " LIMIT " + (REACH + 1) + ") counted";
    }

    /** For {@code lower(x) LIKE ? ESCAPE '\'}: anything around the text, whose own wildcards count as letters. */
    public String pattern() {
        return "%" + search.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
