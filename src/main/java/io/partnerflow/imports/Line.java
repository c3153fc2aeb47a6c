package io.partnerflow.imports;

import io.partnerflow.workbooks.Cell;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a sheet that is to be imported.
 *
 * @param sheet name of the sheet, as it is in the file
 * @param number as Excel counts
 * @param columns where each column stands, by its code
 * @param cells what stands in it, by the code of its column
 */
record Line(ImportKind kind, String sheet, int number, Map<String, Integer> columns, Map<String, Cell> cells) {

    @Nullable
    Cell cell(String code) {
        return cells.get(code);
    }

    boolean has(String code) {
        return cells.containsKey(code);
    }
}
