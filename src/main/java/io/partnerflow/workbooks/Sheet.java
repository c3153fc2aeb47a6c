package io.partnerflow.workbooks;

import java.util.List;

/**
 * One sheet of a workbook.
 *
 * @param hidden whether people do not see it when they open the file
 * @param rows those in which something stands
 * @param merged areas whose cells are merged, such as {@code B2:C5}; at most 100 of them
 */
public record Sheet(String name, boolean hidden, List<Row> rows, List<String> merged) {

    public Sheet {
        rows = List.copyOf(rows);
        merged = List.copyOf(merged);
    }
}
