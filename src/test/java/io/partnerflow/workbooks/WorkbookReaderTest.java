package io.partnerflow.workbooks;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.workbooks.Cell.Kind;
import io.partnerflow.workbooks.WorkbookRefused.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

class WorkbookReaderTest {

    private static final String TYPES = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/%s\"/></Types>";
    private static final String BOOK =
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"One\" r:id=\"a\"/></sheets></workbook>";
    private static final String RELATIONS =
            "<Relationships><Relationship Id=\"a\" Target=\"worksheets/sheet1.xml\"/></Relationships>";

    @Test
    void readsWhatStandsInTheCells() throws IOException {
        var sheets = WorkbookReader.read(
                book(sheet -> {
                    sheet.value(0, 0, "text");
                    sheet.value(0, 2, 5560125790L);
                    sheet.value(0, 27, new BigDecimal("0.1"));
                    sheet.value(2, 1, LocalDate.of(2026, 2, 28));
                    sheet.style(2, 1).format("dd.mm.yyyy").set();
                    sheet.value(2, 2, 0.125);
                    sheet.style(2, 2).format("0.0%").set();
                    sheet.value(2, 3, true);
                    sheet.formula(2, 4, "1+1");
                    sheet.range(4, 1, 5, 2).merge();
                }),
                100);

        assertThat(sheets).singleElement().satisfies(sheet -> {
            assertThat(sheet.rows()).extracting(Row::number).containsExactly(1, 3);
            assertThat(sheet.rows().get(0).cells())
                    .containsExactly(
                            new Cell(0, Kind.TEXT, "text", false),
                            new Cell(2, Kind.NUMBER, "5560125790", false),
                            new Cell(27, Kind.NUMBER, "0.1", false));
            assertThat(sheet.rows().get(1).cells().subList(0, 3))
                    .containsExactly(
                            new Cell(1, Kind.DAY, "2026-02-28", false),
                            new Cell(2, Kind.PERCENT, "12.5", false),
                            new Cell(3, Kind.YES_NO, "true", false));
            assertThat(sheet.rows().get(1).cells().get(3).formula()).isTrue();
            assertThat(sheet.merged()).containsExactly("B5:C6");
            assertThat(sheet.hidden()).isFalse();
        });
        assertThat(Cell.address(27, 1)).isEqualTo("AB1");
    }

    @Test
    void saysWhichSheetsNobodySees() throws IOException {
        assertThat(WorkbookReader.read(
                        book(sheet -> {
                            sheet.value(0, 0, "secret");
                            sheet.setVisibilityState(VisibilityState.VERY_HIDDEN);
                        }),
                        10))
                .singleElement()
                .satisfies(sheet -> assertThat(sheet.hidden()).isTrue());
    }

    @Test
    void refusesWhatIsNoWorkbook() throws IOException {
        var old = new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3, 4};
        var name = "EncryptedPackage".getBytes(UTF_16LE);
        var encrypted = Arrays.copyOf(old, old.length + name.length);
        System.arraycopy(name, 0, encrypted, old.length, name.length);

        refused(new byte[0], Reason.EMPTY);
        refused("name;country\nLinden;SE\n".getBytes(UTF_8), Reason.NOT_EXCEL);
        refused(zip(Map.of("word/document.xml", "<w/>")), Reason.NOT_EXCEL);
        refused(old, Reason.OLD_EXCEL);
        refused(encrypted, Reason.PROTECTED);
        var whole = book(sheet -> sheet.value(0, 0, "text"));
        refused(Arrays.copyOf(whole, whole.length / 2), Reason.BROKEN);
        refused(parts("vnd.ms-excel.sheet.macroEnabled.main+xml", "<worksheet/>", Map.of()), Reason.MACROS);
        refused(parts("xml", "<worksheet/>", Map.of("xl/vbaProject.bin", "x")), Reason.MACROS);
    }

    @Test
    void looksNothingUp() throws IOException {
        var outside =
                "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row><c t=\"inlineStr\">"
                        + "<is><t>&x;</t></is></c></row></sheetData></worksheet>";
        var laughs = "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><worksheet>&b;</worksheet>";

        refused(parts("xml", outside, Map.of()), Reason.UNSAFE);
        refused(parts("xml", laughs, Map.of()), Reason.UNSAFE);
    }

    @Test
    void stopsAtTheFirstRowTooMany() throws IOException {
        var row = "<row><c><v>1</v></c></row>";
        var sheet = "<worksheet><sheetData>" + row.repeat(1_000_000) + "</sheetData></worksheet>";
        var million = parts("xml", sheet, Map.of());
        var before = System.nanoTime();

        assertThatThrownBy(() -> WorkbookReader.read(million, 10_000))
                .isInstanceOfSatisfying(WorkbookRefused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.TOO_MANY_ROWS);
                    assertThat(refused.args()).containsExactly("One", 10_000);
                });
        assertThat(System.nanoTime() - before).isLessThan(10_000_000_000L);
    }

    @Test
    void keepsNoMoreCellsThanThereIsRoomFor() throws IOException {
        var row = "<row>" + "<c><v>1</v></c>".repeat(200) + "</row>";
        var sheet = "<worksheet><sheetData>" + row.repeat(6_000) + "</sheetData></worksheet>";
        var before = System.nanoTime();
        assertThatThrownBy(() -> WorkbookReader.read(parts("xml", sheet, Map.of()), 10_000))
                .isInstanceOfSatisfying(
                        WorkbookRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE));
        assertThat(System.nanoTime() - before).isLessThan(20_000_000_000L);

        var text = "<row><c t=\"inlineStr\"><is><t>" + "x".repeat(30_000) + "</t></is></c></row>";
        var letters = "<worksheet><sheetData>" + text.repeat(1_200) + "</sheetData></worksheet>";
        assertThatThrownBy(() -> WorkbookReader.read(parts("xml", letters, Map.of()), 10_000))
                .isInstanceOfSatisfying(
                        WorkbookRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    @Test
    void keepsNothingOfASheetNobodyWants() throws IOException {
        var row = "<row><c><v>1</v></c></row>";
        var foreign =
                parts("xml", "<worksheet><sheetData>" + row.repeat(20_000) + "</sheetData></worksheet>", Map.of());
        assertThat(WorkbookReader.read(foreign, 10_000, second -> false))
                .singleElement()
                .satisfies(sheet -> assertThat(sheet.rows()).isEmpty());
        assertThat(WorkbookReader.read(
                        parts("xml", "<worksheet><sheetData>" + row.repeat(3) + "</sheetData></worksheet>", Map.of()),
                        10_000,
                        second -> second.number() == 2 && second.cells().size() == 1))
                .singleElement()
                .satisfies(sheet -> assertThat(sheet.rows()).hasSize(3));
    }

    @Test
    void unpacksNoBomb() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            var zeros = new byte[1 << 20];
            for (var mega = 0; mega < 300; mega++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }

        refused(bomb.toByteArray(), Reason.TOO_LARGE);
    }

    private static void refused(byte[] file, Reason reason) {
        assertThatThrownBy(() -> WorkbookReader.read(file, 100))
                .isInstanceOfSatisfying(
                        WorkbookRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static byte[] parts(String type, String sheet, Map<String, String> more) throws IOException {
        var parts = new LinkedHashMap<String, String>();
        parts.put("[Content_Types].xml", TYPES.formatted(type));
        parts.put("xl/workbook.xml", BOOK);
        parts.put("xl/_rels/workbook.xml.rels", RELATIONS);
        parts.put("xl/worksheets/sheet1.xml", sheet);
        parts.putAll(more);
        return zip(parts);
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return file.toByteArray();
    }

    private interface Filling {
        void of(org.dhatim.fastexcel.Worksheet sheet);
    }

    private static byte[] book(Filling filling) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var book = new Workbook(file, "test", "1.0")) {
            filling.of(book.newWorksheet("One"));
        }
        return file.toByteArray();
    }
}
