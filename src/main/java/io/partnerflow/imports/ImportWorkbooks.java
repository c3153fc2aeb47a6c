package io.partnerflow.imports;

import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.catalogue.Product;
import io.partnerflow.imports.Findings.Finding;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Countries;
import io.partnerflow.shared.Languages;
import io.partnerflow.workbooks.Row;
import io.partnerflow.workbooks.Sheet;
import io.partnerflow.workbooks.WorkbookReader;
import io.partnerflow.workbooks.WorkbookRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The Excel files this module gives away: the empty template, and a file that came in with its bad cells marked. */
@Service
@Transactional(readOnly = true)
public class ImportWorkbooks {

    private static final int FIRST = 2;
    private static final String HEADING = "E8EBEF";
    private static final String BAD = "F8C9C4";
    private static final String REMARKABLE = "FBE7B2";
    private static final int LONGEST_COMMENT = 500;

    private final ImportRows rows;
    private final ImportWords words;
    private final Programmes programmes;
    private final Catalogue catalogue;

    ImportWorkbooks(ImportRows rows, ImportWords words, Programmes programmes, Catalogue catalogue) {
        this.rows = rows;
        this.words = words;
        this.programmes = programmes;
        this.catalogue = catalogue;
    }

    /**
     * The template to be filled in: a sheet for each kind, one that explains every column, and a hidden one with what can be
     * chosen.
     *
     * @param vendor whether the rows name the reseller
     * @param language of headings and explanations; a template of any language is understood in any other
     */
    public byte[] template(boolean vendor, Locale language) {
        return written(book -> {
            var kinds = ImportKind.of(vendor);
            var sheets = kinds.stream()
                    .map(kind -> book.newWorksheet(words.text("imports.kind." + kind.code(), language)))
                    .toList();
            explain(book, kinds, vendor, language);
            var choices = choices(book, language);
            for (var index = 0; index < kinds.size(); index++) {
                head(sheets.get(index), kinds.get(index), vendor, language);
                offer(sheets.get(index), kinds.get(index).columns(vendor), choices);
            }
        });
    }

    private void head(Worksheet sheet, ImportKind kind, boolean vendor, Locale language) {
        var columns = kind.columns(vendor);
        for (var place = 0; place < columns.size(); place++) {
            var column = columns.get(place);
            var heading = words.heading(column.code(), language);
            sheet.width(place, Math.min(40, Math.max(14, heading.length() + 4)));
            sheet.inlineString(0, place, column.needed() ? heading + " *" : heading);
            sheet.style(0, place).bold().fillColor(HEADING).set();
            var code =
                    place == 0 ? "%s/%d %s".formatted(kind.code(), ImportKind.VERSION, column.code()) : column.code();
            sheet.inlineString(1, place, code);
            sheet.comment(0, place, words.help(column.code(), language));
            // as text, so that no leading zero is lost
            sheet.range(FIRST, place, ImportFile.MOST_ROWS + 1, place)
                    .style()
                    .format(
                            switch (column.kind()) {
                                case WHOLE, AMOUNT, PERCENT -> "General";
                                case DAY -> "yyyy-mm-dd";
                                default -> "@";
                            })
                    .set();
        }
        sheet.hideRow(1);
        sheet.freezePane(0, FIRST);
    }

    private record Choices(Worksheet sheet, Map<Column.Kind, int[]> places) {}

    private Choices choices(Workbook book, Locale language) {
        var sheet = book.newWorksheet(words.text("imports.sheet.choices", language));
        sheet.setVisibilityState(VisibilityState.VERY_HIDDEN);
        var lists = new HashMap<Column.Kind, List<String>>();
        lists.put(Column.Kind.COUNTRY, List.copyOf(Countries.names(language).keySet()));
        lists.put(Column.Kind.LANGUAGE, List.copyOf(Languages.names().keySet()));
        lists.put(
                Column.Kind.PROGRAMME,
                programmes.all().stream().map(ProgrammePolicy::code).toList());
        lists.put(Column.Kind.PRODUCT, products());
        lists.put(Column.Kind.YES_NO, List.of(words.text("imports.yes", language), words.text("imports.no", language)));
        var places = new HashMap<Column.Kind, int[]>();
        var place = 0;
        for (var list : lists.entrySet()) {
            for (var row = 0; row < list.getValue().size(); row++) {
                sheet.inlineString(row, place, list.getValue().get(row));
            }
            places.put(list.getKey(), new int[] {place++, list.getValue().size() - 1});
        }
        return new Choices(sheet, places);
    }

    private List<String> products() {
        return programmes.all().stream()
                .flatMap(policy -> catalogue.products(policy.code()).stream())
                .filter(product -> product.unit() != Product.Unit.ONCE)
                .map(Product::code)
                .distinct()
                .toList();
    }

    private static void offer(Worksheet sheet, List<Column> columns, Choices choices) {
        for (var place = 0; place < columns.size(); place++) {
            var list = choices.places().get(columns.get(place).kind());
            if (list != null && list[1] >= 0) {
                sheet.range(FIRST, place, ImportFile.MOST_ROWS + 1, place)
                        .validateWithList(choices.sheet().range(0, list[0], list[1], list[0]))
                        .showErrorMessage(false);
            }
        }
    }

    private void explain(Workbook book, List<ImportKind> kinds, boolean vendor, Locale language) {
        var sheet = book.newWorksheet(words.text("imports.sheet.explanations", language));
        sheet.width(0, 24);
        sheet.width(1, 34);
        sheet.width(2, 12);
        sheet.width(3, 100);
        sheet.inlineString(0, 0, words.text("imports.explanations", language));
        var row = 2;
        var headings = List.of("sheet", "column", "needed", "accepted");
        for (var place = 0; place < headings.size(); place++) {
            sheet.inlineString(row, place, words.text("imports.explanations." + headings.get(place), language));
            sheet.style(row, place).bold().fillColor(HEADING).set();
        }
        for (var kind : kinds) {
            for (var column : kind.columns(vendor)) {
                row++;
                sheet.inlineString(row, 0, words.text("imports.kind." + kind.code(), language));
                sheet.inlineString(row, 1, words.heading(column.code(), language));
                sheet.inlineString(row, 2, words.text(column.needed() ? "imports.yes" : "imports.no", language));
                sheet.inlineString(row, 3, words.help(column.code(), language));
            }
        }
    }

    /**
     * The file as it came in, its values only, with every bad cell coloured and what is wrong with it as a comment.
     *
     * @param reseller null for the vendor
     * @throws io.partnerflow.shared.NotFound if there is no such import, or it is somebody else's
     */
    public byte[] marked(java.util.@Nullable UUID reseller, String number, Locale language) {
        rows.get(reseller, number);
        var problems =
                rows.problems(number, Findings.MOST_KEPT, 0).stream().collect(Collectors.groupingBy(Finding::sheet));
        var sheets = sheets(rows.content(number));
        return written(book -> {
            for (var sheet : sheets) {
                var copy = book.newWorksheet(sheet.name());
                if (sheet.hidden()) {
                    copy.setVisibilityState(VisibilityState.HIDDEN);
                }
                sheet.rows().forEach(row -> copy(copy, row));
                if (ImportFile.isOurs(sheet)) {
                    copy.hideRow(1);
                    copy.freezePane(0, FIRST);
                }
                mark(copy, problems.getOrDefault(sheet.name(), List.of()), language);
            }
        });
    }

    /** With the sheets that are not ours, unless one of them is too long: it was not looked at when the file was checked. */
    private static List<Sheet> sheets(byte[] content) {
        try {
            return WorkbookReader.read(content, ImportFile.MOST_ROWS + FIRST);
        } catch (WorkbookRefused tooLong) {
            return WorkbookReader.read(content, ImportFile.MOST_ROWS + FIRST, ImportFile::isTemplate);
        }
    }

    private static void copy(Worksheet sheet, Row row) {
        for (var cell : row.cells()) {
            var at = row.number() - 1;
            switch (cell.kind()) {
                case NUMBER -> sheet.value(at, cell.column(), cell.number());
                case YES_NO -> sheet.value(at, cell.column(), Boolean.parseBoolean(cell.text()));
                // as the checks have read it: nobody has to guess which day or share was meant
                default -> sheet.inlineString(at, cell.column(), cell.text());
            }
            if (at == 0) {
                sheet.width(cell.column(), Math.min(40, Math.max(14, cell.text().length() + 4)));
                sheet.style(at, cell.column()).bold().fillColor(HEADING).set();
            }
        }
    }

    private void mark(Worksheet sheet, List<Finding> problems, Locale language) {
        var comments = new HashMap<Long, String>();
        for (var problem : problems) {
            var row = Math.max(0, problem.line() - 1);
            sheet.style(row, problem.column())
                    .fillColor(problem.error() ? BAD : REMARKABLE)
                    .set();
            comments.merge(
                    row * 100_000L + problem.column(),
                    words.sentence(problem, language),
                    (before, next) -> before + "\n" + next);
        }
        comments.forEach((place, text) -> sheet.comment(
                (int) (place / 100_000L),
                (int) (place % 100_000L),
                text.length() > LONGEST_COMMENT ? text.substring(0, LONGEST_COMMENT) : text));
    }

    private interface Writing {
        void to(Workbook book) throws IOException;
    }

    private static byte[] written(Writing writing) {
        var file = new ByteArrayOutputStream();
        try (var book = new Workbook(file, "partnerflow", "1.0")) {
            writing.to(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
