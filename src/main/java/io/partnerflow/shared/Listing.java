package io.partnerflow.shared;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The two statements of a long list: one page of its rows, and how many there are.
 *
 * <p>What is asked for becomes a condition, what is not is none, so that the database never plans for both at once. The rows are
 * chosen from one table alone and only the chosen ones are joined with others: a page costs the same however long the list is, as
 * long as an index has the order.
 */
public final class Listing {

    private static final int MOST_WORDS = 6;

    private final String table;
    private final String alias;
    private final Paging wanted;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();
    private String order = "";

    private Listing(String table, Paging wanted) {
        this.table = table;
        this.alias = table.substring(table.lastIndexOf(' ') + 1);
        this.wanted = wanted;
        params.put("size", wanted.size());
        params.put("offset", wanted.offset());
    }

    /** @param table with its alias, such as {@code customer_order o} */
    public static Listing of(String table, Paging wanted) {
        return new Listing(table, wanted);
    }

    /** @param condition without parameters, or with those given another time */
    public Listing where(String condition) {
        conditions.add(condition);
        return this;
    }

    /**
     * Narrows the list, unless nothing is asked for.
     *
     * @param condition with {@code :name}
     * @param value null or an empty text: every row will do
     */
    public Listing where(String condition, String name, @Nullable Object value) {
        if (value != null && !"".equals(value)) {
            conditions.add(condition);
            params.put(name, value instanceof Enum<?> one ? one.name() : value);
        }
        return this;
    }

    /**
     * Only rows that have every word that is searched for; a word of one or two letters has to begin a word.
     *
     * @param column as {@code search_words} of the database fills it; a trigram index serves it
     */
    public Listing searched(String column) {
        var words = words(wanted.search());
        for (var place = 0; place < words.size(); place++) {
            conditions.add(column + " LIKE :word" + place);
            params.put("word" + place, words.get(place));
        }
        return this;
    }

    /**
     * @param orders what it can be sorted by, each with and without {@code -} in front; each order has to be the same on every page
     * @param usual the list's own
     * @throws Invalid naming {@code sort} if it cannot be sorted so
     */
    public Listing sorted(Map<String, String> orders, String usual) {
        var sort = wanted.sort() == null || wanted.sort().isBlank() ? usual : wanted.sort();
        var known = orders.get(sort);
        if (known == null) {
            throw new Invalid(List.of(Invalid.Field.of("sort", "sort-unknown", null, names(orders))
                    .rejecting(sort)));
        }
        return by(known);
    }

    /** @param known the only order there is */
    public Listing by(String known) {
        order = " ORDER BY " + known;
        return this;
    }

    /** Not the page but the first rows, to be written to a file. */
    public Listing first(int rows) {
        params.put("size", rows);
        params.put("offset", 0);
        return this;
    }

    /**
     * @param columns that are read
     * @param joins with other tables, which find exactly one row for each
     */
    public String rows(String columns, String joins) {
        return "SELECT " + columns + " FROM (SELECT " + alias + ".* " + found() + order
                + " LIMIT :size OFFSET :offset) " + alias + " " + joins + order;
    }

    /** Counts as far as {@link Paging#counted} does. */
    public String count() {
        return Paging.counted(found());
    }

    /** What both statements name. */
    public Map<String, Object> params() {
        return Map.copyOf(params);
    }

    private String found() {
        return "FROM " + table + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
    }

    private static List<String> words(String search) {
        return search.isBlank()
                ? List.of()
                : List.of(search.strip().toLowerCase(Locale.ROOT).split("\\s+")).stream()
                        .limit(MOST_WORDS)
                        .map(word -> (word.codePointCount(0, word.length()) < 3 ? "% " : "%") + escaped(word) + "%")
                        .toList();
    }

    private static String escaped(String word) {
        return word.replaceAll("([\\\\%_])", "\\\\$1");
    }

    private static String names(Map<String, String> orders) {
        return orders.keySet().stream()
                .map(name -> name.replaceFirst("^-", ""))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
