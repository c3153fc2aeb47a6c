package io.partnerflow.workbooks;

import io.partnerflow.workbooks.WorkbookRefused.Reason;

/** What one workbook may take of the memory, whatever its sheets look like: a small file can hold millions of cells. */
final class Budget {

    private static final int MOST_CELLS = 1_000_000;
    private static final long MOST_LETTERS = 32L << 20;

    private int cells;
    private long letters;

    void cell() {
        if (++cells > MOST_CELLS) {
            throw new WorkbookRefused(Reason.TOO_LARGE, MOST_CELLS);
        }
    }

    void letters(String text) {
        letters += text.length();
        if (letters > MOST_LETTERS) {
            throw new WorkbookRefused(Reason.TOO_LARGE, MOST_LETTERS >> 20);
        }
    }
}
