package io.partnerflow.vectors;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One worked case: what goes in and what must come out. All amounts are in a currency of two decimals. */
record VectorRow(String id, String op, Map<String, String> inputs, Map<String, String> expected, String note) {

    static final String CURRENCY = "EUR";

    private static final List<String> COLUMNS =
            List.of("id", "group", "op", "inputs", "expected", "convention", "origin", "note");

    static List<VectorRow> readAll(Path file) {
        try {
            var lines = Files.readAllLines(file);
            if (!lines.get(0).equals(String.join(",", COLUMNS))) {
                throw new IllegalArgumentException(file + " has other columns than " + COLUMNS);
            }
            return lines.stream()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(VectorRow::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static VectorRow read(String line) {
        var cells = line.split(",", -1);
        if (cells.length != COLUMNS.size()) {
            throw new IllegalArgumentException("%d cells in: %s".formatted(cells.length, line));
        }
        return new VectorRow(cells[0], cells[2], pairs(cells[3]), pairs(cells[4]), cells[7]);
    }

    String text(String key) {
        var value = inputs.get(key);
        if (value == null) {
            throw new IllegalArgumentException("%s has no input %s".formatted(id, key));
        }
        return value;
    }

    int number(String key) {
        return Integer.parseInt(text(key));
    }

    LocalDate day(String key) {
        return LocalDate.parse(text(key));
    }

    @Nullable
    LocalDate dayOrNone(String key) {
        return text(key).equals("NONE") ? null : day(key);
    }

    Money money(String key) {
        return money(key, text(key));
    }

    Percentage percent(String key) {
        return Percentage.of(text(key));
    }

    List<Money> moneys(String key) {
        return parts(key).stream().map(part -> money(key, part)).toList();
    }

    /** A list of {@code a:b:c}; {@code NONE} is empty. */
    List<List<String>> records(String key) {
        return parts(key).stream().map(part -> List.of(part.split(":"))).toList();
    }

    /** {@code a:5|b:2} as a map. */
    Map<String, Integer> counts(String key) {
        return records(key).stream()
                .collect(Collectors.toMap(part -> part.get(0), part -> Integer.parseInt(part.get(1))));
    }

    static Money money(String key, String amount) {
        return Money.of(amount, CURRENCY);
    }

    /** What a function of the product answered, under the names the row uses. */
    static Map<String, @Nullable Object> answer(@Nullable Object... namesAndValues) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        IntStream.iterate(0, at -> at < namesAndValues.length, at -> at + 2)
                .forEach(at -> answer.put((String) namesAndValues[at], namesAndValues[at + 1]));
        return answer;
    }

    private List<String> parts(String key) {
        return text(key).equals("NONE") ? List.of() : List.of(text(key).split("\\|"));
    }

    private static Map<String, String> pairs(String cell) {
        return Arrays.stream(cell.split(";"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (one, two) -> two, LinkedHashMap::new));
    }

    @Override
    public String toString() {
        return "%s %s %s".formatted(id, op, note);
    }
}
