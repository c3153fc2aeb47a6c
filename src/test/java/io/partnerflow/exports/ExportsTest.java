package io.partnerflow.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.Percentage;
import io.partnerflow.shared.VendorCalendar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What a spreadsheet gets. */
class ExportsTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final Instant NOON = Instant.parse("2026-03-31T12:30:00Z");

    @TempDir
    Path folder;

    private final Exports exports = new Exports(texts(), new VendorCalendar(Clock.fixed(NOON, ZONE), ZONE));

    record Line(String name, Money price, LocalDate day, Instant at, int seats, Percentage share) {}

    private static final Table<Line> TABLE = Table.<Line>named("exports.take")
            .text("exports.csv", Line::name)
            .money("exports.xlsx", Line::price)
            .day("exports.csv", Line::day)
            .moment("exports.csv", Line::at)
            .number("exports.csv", Line::seats)
            .percent("exports.csv", Line::share)
            .word("exports.csv", line -> "exports.currency");

    private static final Line EKEN = new Line(
            "BRF Eken; \"Norra\"",
            Money.of("-1234.5", "SEK"),
            LocalDate.of(2026, 4, 1),
            NOON,
            12,
            Percentage.of("12.5"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "en | `\"BRF Eken; \"\"Norra\"\"\",\"-1234.50\",\"2026-04-01\",\"2026-03-31 14:30\",\"12\",\"12.5\",\"Currency\",\"SEK\"`",
                "sv | `\"BRF Eken; \"\"Norra\"\"\";\"-1234,50\";\"2026-04-01\";\"2026-03-31 14:30\";\"12\";\"12,5\";\"Valuta\";\"SEK\"`",
                "de | `\"BRF Eken; \"\"Norra\"\"\";\"-1234,50\";\"01.04.2026\";\"31.03.2026 14:30\";\"12\";\"12,5\";\"Währung\";\"SEK\"`",
                "fr | `\"BRF Eken; \"\"Norra\"\"\";\"-1234,50\";\"01/04/2026\";\"31/03/2026 14:30\";\"12\";\"12,5\";\"Devise\";\"SEK\"`"
            })
    void csvOpensByAClickInTheReadersLanguage(String language, String line) {
        var text = csv(List.of(EKEN), Locale.forLanguageTag(language));
        assertThat(text).startsWith("\ufeff\"");
        assertThat(text.lines().skip(1))
                .containsExactly(
                        line.replace("01.04.2026 14", "31.03.2026 14").replace("01/04/2026 14", "31/03/2026 14"));
    }

    @Test
    void excelHasRealNumbersAndDays() {
        var sheet = xlsx(List.of(EKEN), Locale.GERMAN).get("xl/worksheets/sheet1.xml");
        assertThat(sheet)
                .contains("BRF Eken; &quot;Norra&quot;")
                .containsPattern("<v>-1234\\.50*</v>")
                .contains("<v>46113.0</v>") // 1 April 2026 in days since 1900
                .contains("<v>12</v>")
                .contains("<v>0.125</v>");
        assertThat(xlsx(List.of(EKEN), Locale.GERMAN).get("xl/styles.xml"))
                .contains("dd.mm.yyyy hh:mm")
                .contains("#,##0.00");
    }

    @Test
    void nothingTypedIsAFormula() {
        var evil = new Line("=HYPERLINK(\"http://x\")", Money.of("1", "SEK"), null, null, 1, null);
        assertThat(csv(List.of(evil), Locale.ENGLISH)).contains("\"'=HYPERLINK(\"\"http://x\"\")\",\"1.00\",\"\",\"\"");
        assertThat(xlsx(List.of(evil), Locale.ENGLISH).get("xl/worksheets/sheet1.xml"))
                .contains("inlineStr")
                .doesNotContain("<f>");
    }

    @Test
    void saysWhereItStops() {
        var asked = new ArrayList<Integer>();
        Rows<Line> endless = (most, taker) -> {
            asked.add(most);
            IntStream.range(0, most).forEach(row -> taker.accept(EKEN));
        };
        try (var file = exports.of(TABLE, endless, ExportFormat.CSV, Locale.ENGLISH, ZONE)
                .content()) {
            var lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(lines).hasSize(1 + Exports.MOST_ROWS + 1);
            assertThat(lines.get(lines.size() - 1)).contains("first 100,000 rows");
            assertThat(asked).containsExactly(Exports.MOST_ROWS + 1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void namesItsFileAndLeavesNoneBehind() throws IOException {
        var before = left();
        var file = exports.of(TABLE, Rows.of(List.of(EKEN)), ExportFormat.XLSX, Locale.GERMAN, ZONE);
        assertThat(file.name()).isEqualTo("liste-exportieren-2026-03-31.xlsx");
        file.content().close();
        Rows<Line> broken = (most, taker) -> {
            throw new IllegalStateException("the database went away");
        };
        assertThatThrownBy(() -> exports.of(TABLE, broken, ExportFormat.XLSX, Locale.GERMAN, ZONE))
                .hasMessage("the database went away");
        assertThat(left()).isEqualTo(before);
    }

    @Test
    void aListThatHasOnlyPagesIsReadAsFarAsTheyReach() {
        var seen = new ArrayList<Integer>();
        Rows.<Integer>pages(
                        null,
                        "",
                        page -> new Page<>(
                                IntStream.range(page.page() * page.size(), (page.page() + 1) * page.size())
                                        .boxed()
                                        .toList(),
                                page.page(),
                                page.size(),
                                1_000_000L))
                .each(Exports.MOST_ROWS, seen::add);
        assertThat(seen).hasSize(Paging.REACH).doesNotHaveDuplicates();
    }

    @Test
    void asksForManyRowsAtOnce() {
        var chunks = new ArrayList<Integer>();
        var seen = new ArrayList<Integer>();
        Rows.of(IntStream.range(0, 7).boxed().toList())
                .inChunks(3, some -> {
                    chunks.add(some.size());
                    return some;
                })
                .each(100, seen::add);
        assertThat(chunks).containsExactly(3, 3, 1);
        assertThat(seen).containsExactly(0, 1, 2, 3, 4, 5, 6);
    }

    private static long left() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("export"))
                    .count();
        }
    }

    private String csv(List<Line> lines, Locale language) {
        return new String(content(lines, ExportFormat.CSV, language), StandardCharsets.UTF_8);
    }

    private Map<String, String> xlsx(List<Line> lines, Locale language) {
        var parts = new HashMap<String, String>();
        try {
            var path = Files.write(folder.resolve("list.xlsx"), content(lines, ExportFormat.XLSX, language));
            try (var zip = new ZipFile(path.toFile())) {
                for (var entry : Collections.list(zip.entries())) {
                    var text = zip.getInputStream(entry).readAllBytes();
                    parts.put(entry.getName(), new String(text, StandardCharsets.UTF_8));
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return parts;
    }

    private byte[] content(List<Line> lines, ExportFormat format, Locale language) {
        try (var file =
                exports.of(TABLE, Rows.of(lines), format, language, ZONE).content()) {
            return file.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static ResourceBundleMessageSource texts() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/portal-lists");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return texts;
    }
}
