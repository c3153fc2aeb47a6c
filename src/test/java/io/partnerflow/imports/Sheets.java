package io.partnerflow.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A filled-in template, cell by cell. */
final class Sheets {

    private final boolean vendor;
    private final Map<ImportKind, List<Map<String, Object>>> rows = new EnumMap<>(ImportKind.class);

    /** A value that stands there as a formula. */
    record Formula(String text) {}

    Sheets(boolean vendor) {
        this.vendor = vendor;
    }

    /** @return the row's number as Excel counts */
    int add(ImportKind kind, Map<String, Object> row) {
        var list = rows.computeIfAbsent(kind, key -> new ArrayList<>());
        list.add(new HashMap<>(row));
        return list.size() + 2;
    }

    Map<String, Object> row(ImportKind kind, int number) {
        return rows.get(kind).get(number - 3);
    }

    /** Address of a cell, such as {@code D17}. */
    String cell(ImportKind kind, int row, String column) {
        var codes = kind.columns(vendor).stream().map(Column::code).toList();
        return io.partnerflow.workbooks.Cell.address(codes.indexOf(column), row);
    }

    byte[] file() {
        return file((kind, sheet) -> {});
    }

    interface Change {
        void to(ImportKind kind, Worksheet sheet);
    }

    byte[] file(Change change) {
        var file = new ByteArrayOutputStream();
        try (var book = new Workbook(file, "test", "1.0")) {
            rows.forEach((kind, list) -> {
                var sheet = book.newWorksheet(kind.name());
                var columns = kind.columns(vendor);
                for (var place = 0; place < columns.size(); place++) {
                    sheet.value(0, place, columns.get(place).code());
                    var code = columns.get(place).code();
                    sheet.value(1, place, place == 0 ? kind.code() + "/1 " + code : code);
                    for (var row = 0; row < list.size(); row++) {
                        put(sheet, row + 2, place, list.get(row).get(code));
                    }
                }
                change.to(kind, sheet);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    static Change hidden(ImportKind which) {
        return (kind, sheet) -> {
            if (kind == which) {
                sheet.setVisibilityState(VisibilityState.HIDDEN);
            }
        };
    }

    private static void put(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof Formula formula) {
            sheet.formula(row, column, formula.text());
        } else if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value instanceof Integer number) {
            sheet.value(row, column, number);
        } else if (value instanceof BigDecimal number) {
            sheet.value(row, column, number);
        } else if (value instanceof Boolean flag) {
            sheet.value(row, column, flag);
        } else if (value != null) {
            sheet.inlineString(row, column, value.toString());
        }
    }
}
