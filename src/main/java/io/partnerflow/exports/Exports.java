package io.partnerflow.exports;

import io.partnerflow.shared.Formats;
import io.partnerflow.shared.VendorCalendar;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes lists into files. A file is whole before its first byte is sent: what goes wrong is an answer like any other and
 * never half a list, and nobody's slow connection keeps the database waiting.
 */
@Component
public class Exports {

    /** More rows than this are not written; the file then says so at its end. */
    public static final int MOST_ROWS = 100_000;

    private final MessageSource messages;
    private final VendorCalendar calendar;

    Exports(MessageSource messages, VendorCalendar calendar) {
        this.messages = messages;
        this.calendar = calendar;
    }

    /**
     * The list as a file.
     *
     * @param language of headings and words; decides how CSV writes numbers and days
     * @param zone in which moments become days and times
     * @return to be closed by whoever sends it
     */
    public <T> ExportFile of(Table<T> table, Rows<T> rows, ExportFormat format, Locale language, ZoneId zone) {
        try {
            var path = Files.createTempFile("export", "." + format.ending());
            try {
                var reader = new Reader(language, zone);
                write(path, table, rows, format, reader);
                var length = Files.size(path);
                var content = Files.newInputStream(path, StandardOpenOption.DELETE_ON_CLOSE);
                return new ExportFile(fileName(table, format, language), format.contentType(), length, content);
            } catch (IOException | RuntimeException failed) {
                Files.deleteIfExists(path);
                throw failed;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private record Reader(Locale language, ZoneId zone) {

        Formats formats() {
            return new Formats(language, zone);
        }
    }

    private <T> void write(Path path, Table<T> table, Rows<T> rows, ExportFormat format, Reader reader)
            throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(path));
                var sheet = sheet(out, table, format, reader)) {
            sheet.headings(table.columns().stream()
                    .map(column -> text(column.heading(), reader.language()))
                    .toList());
            var columns = table.columns();
            var written = new int[1];
            rows.each(MOST_ROWS + 1, row -> {
                if (written[0]++ < MOST_ROWS) {
                    line(
                            sheet,
                            columns.stream()
                                    .map(column -> cell(column.value().apply(row), reader))
                                    .toList());
                }
            });
            var most = Math.min(MOST_ROWS, rows.reach());
            if (written[0] > MOST_ROWS || written[0] == rows.reach()) {
                sheet.note(messages.getMessage("exports.not-all", new Object[] {most}, reader.language()));
            }
        }
    }

    private <T> Sheet sheet(BufferedOutputStream out, Table<T> table, ExportFormat format, Reader reader)
            throws IOException {
        return switch (format) {
            case CSV -> new CsvSheet(out, reader.language(), reader.formats());
            case XLSX -> new ExcelSheet(out, text(table.name(), reader.language()), dayFormat(reader));
        };
    }

    private static void line(Sheet sheet, java.util.List<@Nullable Object> cells) {
        try {
            sheet.line(cells);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private @Nullable Object cell(@Nullable Object value, Reader reader) {
        if (value instanceof Table.Word word) {
            return text(word.key(), reader.language());
        }
        return value instanceof Instant moment ? moment.atZone(reader.zone()).toLocalDateTime() : value;
    }

    /** As Excel writes the reader's short day: that of a known day with its parts named. */
    private static String dayFormat(Reader reader) {
        return reader.formats()
                .day(LocalDate.of(2039, 11, 28))
                .replace("2039", "yyyy")
                .replace("11", "mm")
                .replace("28", "dd");
    }

    private <T> String fileName(Table<T> table, ExportFormat format, Locale language) {
        var name = text(table.name(), language).toLowerCase(language).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return name + "-" + calendar.today() + "." + format.ending();
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
