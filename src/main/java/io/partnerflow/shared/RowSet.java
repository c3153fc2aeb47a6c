package io.partnerflow.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Many rows as one parameter of one statement, which takes them apart with {@code json_to_recordset}: thousands of rows are
 * written at the cost of a few statements.
 */
public final class RowSet {

    /** As many as one statement takes at a time. */
    public static final int CHUNK = 1_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private RowSet() {}

    /** @param rows values by the name of the column: texts, numbers, yes or no, null; anything else as its text */
    public static String of(Collection<? extends Map<String, ?>> rows) {
        try {
            return JSON.writeValueAsString(rows.stream().map(RowSet::plain).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> plain(Map<String, ?> row) {
        var plain = new java.util.HashMap<String, Object>();
        row.forEach((name, value) -> plain.put(
                name, value == null || value instanceof Number || value instanceof Boolean ? value : value.toString()));
        return plain;
    }

    /** Hands out the rows in portions of {@link #CHUNK}. */
    public static <T> void inChunks(List<T> rows, Consumer<List<T>> taker) {
        for (var from = 0; from < rows.size(); from += CHUNK) {
            taker.accept(new ArrayList<>(rows.subList(from, Math.min(rows.size(), from + CHUNK))));
        }
    }
}
