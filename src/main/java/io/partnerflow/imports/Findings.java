package io.partnerflow.imports;

import io.partnerflow.shared.Invalid;
import io.partnerflow.workbooks.Cell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong in a file, or only worth knowing, cell by cell. Counts everything and keeps the first of it. */
final class Findings {

    /** More than this nobody reads; the file with the marks is made of these, too. */
    static final int MOST_KEPT = 5_000;

    private static final int LONGEST_SHOWN = 200;

    private final List<Finding> kept = new ArrayList<>();
    private final Set<String> badCells = new HashSet<>();
    private final Set<String> badLines = new HashSet<>();
    private int errors;
    private int hints;

    /**
     * @param line as Excel counts, 0 for the whole sheet
     * @param column from 0 for A
     * @param field code of the column, empty for the whole row
     * @param shown what stands there; null if nothing does
     * @param text key of the sentence
     */
    record Finding(
            boolean error,
            String sheet,
            int line,
            int column,
            String field,
            @Nullable String shown,
            String text,
            List<Object> args) {}

    void error(Line line, String field, String text, Object... args) {
        if (badCells.add(line.sheet() + '/' + line.number() + '/' + field)) {
            badLines.add(line.sheet() + '/' + line.number());
            add(finding(true, line, field, text, List.of(args)));
        }
    }

    void error(Line line, String field, Invalid.Field bad) {
        error(line, field, bad.text(), bad.args().toArray());
    }

    void hint(Line line, String field, String text, Object... args) {
        add(finding(false, line, field, text, List.of(args)));
    }

    /** About a sheet, or an area of it. */
    void error(String sheet, int line, int column, String text, Object... args) {
        badLines.add(sheet + '/' + line);
        add(new Finding(true, sheet, line, column, "", null, text, List.of(args)));
    }

    private static Finding finding(boolean error, Line line, String field, String text, List<Object> args) {
        var cell = line.cell(field);
        var column = cell != null ? cell.column() : line.columns().getOrDefault(field, 0);
        return new Finding(error, line.sheet(), line.number(), column, field, shown(cell), text, args);
    }

    private static @Nullable String shown(@Nullable Cell cell) {
        if (cell == null || cell.text().isEmpty()) {
            return null;
        }
        var text = cell.text().replaceAll("\\p{Cntrl}", " ");
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) : text;
    }

    private void add(Finding finding) {
        if (finding.error()) {
            errors++;
        } else {
            hints++;
        }
        if (kept.size() < MOST_KEPT) {
            kept.add(finding);
        }
    }

    boolean isBad(Line line) {
        return badLines.contains(line.sheet() + '/' + line.number());
    }

    boolean isBad(Line line, String field) {
        return badCells.contains(line.sheet() + '/' + line.number() + '/' + field);
    }

    int errors() {
        return errors;
    }

    int hints() {
        return hints;
    }

    List<Finding> kept() {
        return List.copyOf(kept);
    }
}
