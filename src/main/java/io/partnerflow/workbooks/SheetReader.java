package io.partnerflow.workbooks;

import io.partnerflow.workbooks.Cell.Kind;
import io.partnerflow.workbooks.WorkbookRefused.Reason;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reads one sheet from top to bottom. Rows in which nothing stands, however many are formatted, do not count. */
final class SheetReader {

    static final int LONGEST_TEXT = 32_767;

    private static final int TELLING = 2;
    private static final int MOST_COLUMNS = 200;
    private static final int MOST_MERGED = 100;
    private static final int MOST_EMPTY = 1_100_000;
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<String> texts;
    private final Styles styles;
    private final LocalDate zero;
    private final int mostRows;
    private final Predicate<Row> wanted;
    private final Budget budget;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> merged = new ArrayList<>();
    private int seen;
    private boolean decided;

    SheetReader(
            List<String> texts, Styles styles, boolean from1904, int mostRows, Predicate<Row> wanted, Budget budget) {
        this.texts = texts;
        this.styles = styles;
        // Excel believes in a 29 February 1900: from March 1900 on its days count from 30 December 1899
        this.zero = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
        this.mostRows = mostRows;
        this.wanted = wanted;
        this.budget = budget;
    }

    Sheet read(Parts file, String part, String name, boolean hidden) throws IOException, XMLStreamException {
        try (var stream = file.open(part)) {
            if (stream == null) {
                throw new WorkbookRefused(Reason.BROKEN);
            }
            try (var xml = new Xml(stream)) {
                while (xml.next()) {
                    if (xml.begins("row")) {
                        row(xml, name);
                        if (!isWanted()) {
                            return new Sheet(name, hidden, List.of(), List.of());
                        }
                    } else if (xml.begins("mergeCell") && merged.size() < MOST_MERGED) {
                        merged.add(String.valueOf(xml.attribute("ref")));
                    }
                }
            }
        }
        return new Sheet(name, hidden, rows, merged);
    }

    /** Said by the second row, as soon as it is there or cannot come any more. */
    private boolean isWanted() {
        if (decided || rows.isEmpty() || rows.get(rows.size() - 1).number() < TELLING) {
            return true;
        }
        decided = true;
        return wanted.test(
                rows.stream().filter(row -> row.number() == TELLING).findFirst().orElse(new Row(TELLING, List.of())));
    }

    private void row(Xml xml, String sheet) throws XMLStreamException {
        var said = Styles.number(xml.attribute("r"));
        var number =
                said > 0 ? said : rows.isEmpty() ? 1 : rows.get(rows.size() - 1).number() + 1;
        var cells = new ArrayList<Cell>();
        var next = 0;
        while (xml.next() && !xml.ends("row")) {
            if (xml.begins("c")) {
                var address = xml.attribute("r");
                var column = address == null ? next : Cell.column(address);
                next = column + 1;
                var cell = cell(xml, column);
                if (cell != null && column >= 0 && column < MOST_COLUMNS) {
                    budget.cell();
                    cells.add(cell);
                }
            }
        }
        if (!cells.isEmpty()) {
            if (rows.size() == mostRows) {
                throw new WorkbookRefused(Reason.TOO_MANY_ROWS, sheet, mostRows);
            }
            rows.add(new Row(number, cells));
        }
        if (++seen > MOST_EMPTY) {
            throw new WorkbookRefused(Reason.TOO_MANY_ROWS, sheet, mostRows);
        }
    }

    /** @return null if nothing stands in it */
    private @Nullable Cell cell(Xml xml, int column) throws XMLStreamException {
        var type = Objects.requireNonNullElse(xml.attribute("t"), "n");
        var style = Styles.number(xml.attribute("s"));
        var formula = false;
        var value = "";
        while (xml.next() && !xml.ends("c")) {
            if (xml.begins("f")) {
                formula = true;
            } else if (xml.begins("v")) {
                value = plain(xml, "v");
                budget.letters(value);
            } else if (xml.begins("is")) {
                value = WorkbookReader.text(xml, "is");
                budget.letters(value);
            }
        }
        if (value.isBlank()) {
            return formula ? new Cell(column, Kind.TEXT, "", true) : null;
        }
        return cell(column, type, styles.of(style), value, formula);
    }

    private static String plain(Xml xml, String element) throws XMLStreamException {
        var text = new StringBuilder();
        while (xml.next() && !xml.ends(element)) {
            if (xml.isText() && text.length() <= LONGEST_TEXT) {
                text.append(xml.text());
            }
        }
        return text.toString();
    }

    private @Nullable Cell cell(int column, String type, Kind shownAs, String value, boolean formula) {
        var text =
                switch (type) {
                    case "s" -> texts.get(Integer.parseInt(value.strip()));
                    case "b" -> String.valueOf(WorkbookReader.isTrue(value.strip()));
                    case "n" -> number(value.strip(), shownAs);
                    case "d" -> value.strip();
                    default -> value;
                };
        var kind =
                switch (type) {
                    case "s", "str", "inlineStr" -> Kind.TEXT;
                    case "b" -> Kind.YES_NO;
                    case "d" -> Kind.DAY;
                    case "e" -> Kind.ERROR;
                    default -> shownAs;
                };
        return text.isBlank() && !formula ? null : new Cell(column, kind, text, formula);
    }

    private String number(String value, Kind shownAs) {
        var exact = new BigDecimal(value);
        if (exact.precision() > 400 || Math.abs((long) exact.scale()) > 400) {
            throw new NumberFormatException("no number of a spreadsheet");
        }
        // Excel keeps 0.1 + 0.2 as 0.30000000000000004; fifteen digits are what it shows
        var number = exact.round(new MathContext(15, RoundingMode.HALF_UP));
        return switch (shownAs) {
            case DAY -> day(number);
            case PERCENT -> plain(number.multiply(HUNDRED));
            default -> plain(number);
        };
    }

    private static String plain(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }

    /** What is no day of any calendar stays the number it is. */
    private String day(BigDecimal number) {
        var days = number.setScale(0, RoundingMode.FLOOR);
        if (number.signum() < 0 || days.compareTo(BigDecimal.valueOf(2_958_465)) > 0) {
            return plain(number);
        }
        var seconds = number.subtract(days)
                .multiply(SECONDS)
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        var date = zero.plusDays(days.longValue());
        return seconds == 0
                ? date.toString()
                : LocalDateTime.of(date, java.time.LocalTime.MIN)
                        .plusSeconds(seconds)
                        .toString();
    }
}
