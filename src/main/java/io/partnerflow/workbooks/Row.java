package io.partnerflow.workbooks;

import java.util.List;

/**
 * A row in which something stands.
 *
 * @param number as Excel counts, from 1
 * @param cells those in which something stands, from left to right
 */
public record Row(int number, List<Cell> cells) {

    public Row {
        cells = List.copyOf(cells);
    }
}
