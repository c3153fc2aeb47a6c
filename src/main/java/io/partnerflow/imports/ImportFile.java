package io.partnerflow.imports;

import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.workbooks.Cell;
import io.partnerflow.workbooks.Row;
import io.partnerflow.workbooks.Sheet;
import io.partnerflow.workbooks.WorkbookReader;
import io.partnerflow.workbooks.WorkbookRefused;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/** The rows of a filled-in template, found by the codes in its second row. */
final class ImportFile {

    /** Rows of a sheet, headings left out. */
    static final int MOST_ROWS = 10_000;

    private static final int CODES = 2;
    private static final Semaphore DESK = new Semaphore(2); // each may take a good part of the memory
    private static final Pattern FIRST_CODE = Pattern.compile("([a-z]+)/(\\d{1,4})(?: (\\w+))?");

    private final Map<ImportKind, List<Line>> lines = new EnumMap<>(ImportKind.class);
    private final boolean vendor;
    private final Findings findings;

    private ImportFile(boolean vendor, Findings findings) {
        this.vendor = vendor;
        this.findings = findings;
    }

    /**
     * @param vendor whether the rows name the reseller
     * @throws Invalid at {@code file} if it is no template, or holds nothing
     * @throws Conflict {@code import-busy} if as many are being read as there is room for
     */
    static ImportFile read(byte[] content, boolean vendor, Findings findings) {
        if (!DESK.tryAcquire()) {
            throw new Conflict("import-busy");
        }
        try {
            return opened(content, vendor, findings);
        } finally {
            DESK.release();
        }
    }

    private static ImportFile opened(byte[] content, boolean vendor, Findings findings) {
        var file = new ImportFile(vendor, findings);
        try {
            WorkbookReader.read(content, MOST_ROWS + CODES, ImportFile::isTemplate)
                    .forEach(file::take);
        } catch (WorkbookRefused refused) {
            throw Invalid.field(
                    "file",
                    "workbook-"
                            + refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    null,
                    refused.args().toArray());
        }
        if (file.lines.isEmpty()) {
            throw Invalid.field("file", "not-the-template", null);
        }
        if (file.all() == 0 && findings.errors() == 0) {
            throw Invalid.field("file", "template-empty", null);
        }
        return file;
    }

    List<Line> of(ImportKind kind) {
        return lines.getOrDefault(kind, List.of());
    }

    int all() {
        return lines.values().stream().mapToInt(List::size).sum();
    }

    /** Whether a sheet is one of the template's. */
    static boolean isOurs(Sheet sheet) {
        return codes(sheet)
                .filter(row ->
                        FIRST_CODE.matcher(row.cells().get(0).text().strip()).matches())
                .isPresent();
    }

    private static Optional<Row> codes(Sheet sheet) {
        return sheet.rows().stream()
                .filter(row -> row.number() == CODES && !row.cells().isEmpty())
                .findFirst();
    }

    /** @param codes the second row of a sheet */
    static boolean isTemplate(Row codes) {
        return !codes.cells().isEmpty()
                && FIRST_CODE.matcher(codes.cells().get(0).text().strip()).matches();
    }

    private void take(Sheet sheet) {
        var codes = codes(sheet);
        if (codes.isEmpty()) {
            return;
        }
        var first = FIRST_CODE.matcher(codes.get().cells().get(0).text().strip());
        if (!first.matches()) {
            return;
        }
        ImportKind.of(first.group(1)).ifPresent(kind -> {
            if (!first.group(2).equals(String.valueOf(ImportKind.VERSION))) {
                throw Invalid.field("file", "template-version", null, sheet.name());
            }
            take(kind, sheet, codes.get());
        });
    }

    private void take(ImportKind kind, Sheet sheet, Row codes) {
        var known = lines.containsKey(kind);
        var taken = lines.computeIfAbsent(kind, key -> new ArrayList<>());
        if (known) {
            findings.error(sheet.name(), 0, 0, "imports.problem.sheet-twice", sheet.name());
        } else if (!ImportKind.of(vendor).contains(kind)) {
            findings.error(sheet.name(), 0, 0, "imports.problem.not-yours", sheet.name());
        } else if (sheet.hidden()) {
            findings.error(sheet.name(), 0, 0, "imports.problem.sheet-hidden", sheet.name());
        } else {
            var columns = columns(kind, sheet, codes);
            merged(sheet);
            sheet.rows().stream()
                    .filter(row -> row.number() > CODES)
                    .map(row -> line(kind, sheet, row, columns))
                    .filter(line -> !line.cells().isEmpty())
                    .forEach(taken::add);
        }
    }

    /** Where each column stands; what the template does not know is left alone. */
    private Map<String, Integer> columns(ImportKind kind, Sheet sheet, Row codes) {
        var columns = new HashMap<String, Integer>();
        for (var cell : codes.cells()) {
            var text = cell.text().strip();
            columns.putIfAbsent(text.substring(text.lastIndexOf(' ') + 1), cell.column());
        }
        kind.columns(vendor).stream()
                .filter(column -> column.needed() && !columns.containsKey(column.code()))
                .forEach(column -> findings.error(
                        sheet.name(), CODES, 0, "imports.problem.column-missing", new Heading(column.code())));
        return columns;
    }

    private void merged(Sheet sheet) {
        for (var area : sheet.merged()) {
            var first = area.split(":")[0];
            var letters = first.replaceAll("[^A-Za-z]", "");
            var digits = first.replaceAll("\\D", "");
            var row = digits.isEmpty() || digits.length() > 7 ? 1 : Integer.parseInt(digits);
            if (row > CODES || area.matches(".*:[A-Z]+([3-9]|\\d{2,})")) {
                findings.error(sheet.name(), row, column(letters), "imports.problem.merged", area);
            }
        }
    }

    private static int column(String letters) {
        var column = 0;
        for (var letter : letters.toUpperCase(Locale.ROOT).toCharArray()) {
            column = Math.min(20_000, column * 26 + letter - 'A' + 1);
        }
        return Math.max(0, column - 1);
    }

    private Line line(ImportKind kind, Sheet sheet, Row row, Map<String, Integer> columns) {
        var byColumn = new HashMap<Integer, Cell>();
        row.cells().forEach(cell -> byColumn.put(cell.column(), cell));
        var cells = new HashMap<String, Cell>();
        kind.columns(vendor).forEach(column -> {
            var place = columns.get(column.code());
            if (place != null && byColumn.containsKey(place)) {
                cells.put(column.code(), byColumn.get(place));
            }
        });
        var line = new Line(kind, sheet.name(), row.number(), columns, cells);
        cells.forEach((code, cell) -> {
            if (cell.formula()) {
                findings.error(line, code, "imports.problem.formula", Cell.address(cell.column(), row.number()));
            } else if (cell.kind() == Cell.Kind.ERROR) {
                findings.error(line, code, "imports.problem.error-value", cell.text());
            }
        });
        return line;
    }

    /** Stands for a column's heading, which is written in the language of whoever reads it. */
    record Heading(String code) {

        @Override
        public String toString() {
            return "{column:" + code + "}";
        }
    }
}
