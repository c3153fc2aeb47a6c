package io.partnerflow.exports;

import io.partnerflow.shared.Csv;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * CSV as the spreadsheets of one language open it by a click: where the comma is the decimal sign, the semicolon stands
 * between the fields. Begins with the mark that tells them it is UTF-8.
 */
final class CsvSheet implements Sheet {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Writer out;
    private final Formats formats;
    private final char decimal;
    private final char separator;

    CsvSheet(OutputStream file, Locale language, Formats formats) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8));
        this.formats = formats;
        this.decimal = DecimalFormatSymbols.getInstance(language).getDecimalSeparator();
        this.separator = decimal == ',' ? ';' : ',';
        out.write('\ufeff');
    }

    @Override
    public void headings(List<String> headings) throws IOException {
        out.write(Csv.line(headings, separator));
    }

    @Override
    public void line(List<@Nullable Object> cells) throws IOException {
        out.write(Csv.line(cells.stream().map(this::written).toList(), separator));
    }

    @Override
    public void note(String sentence) throws IOException {
        out.write(Csv.line(List.of(sentence), separator));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private String written(@Nullable Object cell) {
        if (cell instanceof Money money) {
            return number(money.amount().setScale(money.currency().getDefaultFractionDigits()));
        }
        if (cell instanceof Percentage percentage) {
            return number(percentage.value());
        }
        if (cell instanceof Number number) {
            return number(new BigDecimal(number.toString()));
        }
        if (cell instanceof LocalDate day) {
            return formats.day(day);
        }
        if (cell instanceof LocalDateTime moment) {
            return formats.day(moment.toLocalDate()) + " " + CLOCK.format(moment);
        }
        return cell == null ? "" : cell.toString();
    }

    private String number(BigDecimal number) {
        return number.toPlainString().replace('.', decimal);
    }
}
