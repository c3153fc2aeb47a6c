package io.partnerflow.imports;

import io.partnerflow.shared.Percentage;
import io.partnerflow.workbooks.Cell;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the cells of one row mean; what cannot be understood is noted at its cell. Null stands for nothing. */
final class Values {

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:T00:00(?::00)?)?");
    private static final Pattern DOTS = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}([.,]\\d{1,10})?");
    private static final Set<String> YES = Set.of("true", "yes", "ja", "oui", "j", "y", "x", "1");
    private static final Set<String> NO = Set.of("false", "no", "nej", "nein", "non", "n", "0", "-");
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    private final Line line;
    private final Findings findings;

    Values(Line line, Findings findings) {
        this.line = line;
        this.findings = findings;
    }

    /** A number in a cell for text is its digits: people type 5560125790 and Excel makes a number of it. */
    @Nullable
    String text(String code) {
        var cell = line.cell(code);
        return cell == null || findings.isBad(line, code) || trimmed(cell).isEmpty() ? null : trimmed(cell);
    }

    /** The same, and it must be there. */
    @Nullable
    String needed(String code) {
        var text = text(code);
        if (text == null && !findings.isBad(line, code)) {
            findings.error(line, code, "imports.problem.required", new ImportFile.Heading(code));
        }
        return text;
    }

    @Nullable
    Integer whole(String code) {
        var text = text(code);
        if (text == null) {
            return null;
        }
        var digits = text.replaceAll("[\\s\\u00a0\\u202f]", "");
        if (!WHOLE.matcher(digits).matches()) {
            findings.error(line, code, "imports.problem.whole");
            return null;
        }
        return Integer.valueOf(digits);
    }

    @Nullable
    BigDecimal amount(String code) {
        var text = text(code);
        if (text == null) {
            return null;
        }
        var digits = text.replaceAll("[\\s\\u00a0\\u202f']", "");
        if (!DECIMAL.matcher(digits).matches() || digits.startsWith("-")) {
            findings.error(line, code, "imports.problem.amount");
            return null;
        }
        return new BigDecimal(digits.replace(',', '.'));
    }

    @Nullable
    Percentage percent(String code) {
        var text = text(code);
        if (text == null) {
            return null;
        }
        var digits = text.replaceAll("[\\s\\u00a0\\u202f%]", "").replace(',', '.');
        var number = DECIMAL.matcher(digits).matches() ? new BigDecimal(digits) : null;
        if (number == null || number.signum() < 0 || number.compareTo(BigDecimal.valueOf(100)) > 0) {
            findings.error(line, code, "imports.problem.percent");
            return null;
        }
        return Percentage.of(number);
    }

    @Nullable
    Boolean yesNo(String code) {
        var text = text(code);
        if (text == null) {
            return null;
        }
        var word = text.toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            findings.error(line, code, "imports.problem.yes-no");
            return null;
        }
        return YES.contains(word);
    }

    /** A real day of Excel, or a text that can be read in one way only. */
    @Nullable
    LocalDate day(String code) {
        var text = text(code);
        var cell = line.cell(code);
        if (text == null || cell == null) {
            return null;
        }
        if (cell.kind() == Cell.Kind.NUMBER || cell.kind() == Cell.Kind.PERCENT) {
            findings.error(line, code, "imports.problem.day-number");
            return null;
        }
        var day = read(text);
        if (day == null) {
            findings.error(line, code, "imports.problem.day");
        } else if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            findings.error(
                    line, code, "imports.problem.day-far", String.valueOf(FIRST_YEAR), String.valueOf(LAST_YEAR));
            return null;
        }
        return day;
    }

    private static @Nullable LocalDate read(String text) {
        var iso = ISO.matcher(text);
        if (iso.matches()) {
            return of(iso, 1, 2, 3);
        }
        var dots = DOTS.matcher(text);
        return dots.matches() ? of(dots, 3, 2, 1) : null;
    }

    private static @Nullable LocalDate of(Matcher parts, int year, int month, int day) {
        try {
            return LocalDate.of(
                    Integer.parseInt(parts.group(year)),
                    Month.of(Integer.parseInt(parts.group(month))),
                    Integer.parseInt(parts.group(day)));
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static String trimmed(Cell cell) {
        return cell.text()
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace("\ufeff", "")
                .strip();
    }
}
