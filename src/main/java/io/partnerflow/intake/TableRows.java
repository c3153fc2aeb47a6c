package io.partnerflow.intake;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands in a form's table, by column key. */
final class TableRows {

    private TableRows() {}

    static List<Map<String, String>> of(FormComponent table, Map<String, Object> data, FeelExpressions feel) {
        var rows = new ArrayList<Map<String, String>>();
        if (table.type() == ComponentType.TABLE
                && feel.value(table.choices().expression(), data) instanceof Iterable<?> lines) {
            for (var line : lines) {
                rows.add(table.look().columns().keySet().stream()
                        .collect(toMap(key -> key, key -> cell(line, key), (one, other) -> one, LinkedHashMap::new)));
            }
        }
        return rows;
    }

    private static String cell(Object line, String key) {
        var value = line instanceof Map<?, ?> cells ? cells.get(key) : null;
        return value == null ? "" : value.toString();
    }
}
