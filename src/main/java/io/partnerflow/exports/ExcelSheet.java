package io.partnerflow.exports;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of Excel with real numbers and days. Texts stand in the cells themselves: a table of shared texts would have to
 * be remembered until the end, and as texts they are never taken for a formula.
 */
final class ExcelSheet implements Sheet {

    private static final int LONGEST_NAME = 31;
    private static final int LONGEST_TEXT = 32_767;
    private static final int ROWS_IN_MEMORY = 500;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Workbook book;
    private final Worksheet sheet;
    private final String dayFormat;
    private int row;

    /** @param dayFormat as Excel writes patterns, such as {@code dd.mm.yyyy} */
    ExcelSheet(OutputStream file, String name, String dayFormat) {
        this.book = new Workbook(file, "partnerflow", "1.0");
        this.sheet = book.newWorksheet(allowed(name));
        this.dayFormat = dayFormat;
    }

    @Override
    public void headings(List<String> headings) throws IOException {
        for (var column = 0; column < headings.size(); column++) {
            var heading = headings.get(column);
            sheet.width(column, Math.min(40, Math.max(14, heading.length() + 3)));
            sheet.inlineString(0, column, heading);
            sheet.style(0, column).bold().fillColor("E8EBEF").set();
        }
        sheet.freezePane(0, 1);
        row = 1;
    }

    @Override
    public void line(List<@Nullable Object> cells) throws IOException {
        for (var column = 0; column < cells.size(); column++) {
            put(column, cells.get(column));
        }
        row++;
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    @Override
    public void note(String sentence) throws IOException {
        sheet.inlineString(row + 1, 0, sentence);
        sheet.style(row + 1, 0).italic().set();
    }

    @Override
    public void close() throws IOException {
        book.close();
    }

    private void put(int column, @Nullable Object cell) {
        if (cell instanceof Money money) {
            sheet.value(row, column, money.amount());
            var decimals = "0".repeat(money.currency().getDefaultFractionDigits());
            sheet.style(row, column)
                    .format(decimals.isEmpty() ? "#,##0" : "#,##0." + decimals)
                    .set();
        } else if (cell instanceof Percentage percentage) {
            sheet.value(row, column, percentage.value().divide(HUNDRED));
            sheet.style(row, column).format("0.00%").set();
        } else if (cell instanceof Number number) {
            sheet.value(row, column, number);
        } else if (cell instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format(dayFormat).set();
        } else if (cell instanceof LocalDateTime moment) {
            sheet.value(row, column, moment);
            sheet.style(row, column).format(dayFormat + " hh:mm").set();
        } else if (cell != null) {
            sheet.inlineString(row, column, cut(cell.toString()));
        }
    }

    private static String cut(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    private static String allowed(String name) {
        var plain = name.replaceAll("[\\[\\]:*?/\\\\]", " ").strip();
        return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    }
}
