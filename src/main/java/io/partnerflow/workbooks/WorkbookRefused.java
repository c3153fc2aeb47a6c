package io.partnerflow.workbooks;

import java.util.List;

/** A file that is not read, and why. */
public final class WorkbookRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with the file as a whole. */
    public enum Reason {
        EMPTY,
        /** No Excel workbook, whatever it is called: CSV, a picture, a text. */
        NOT_EXCEL,
        /** Excel 97 to 2003. */
        OLD_EXCEL,
        /** Encrypted with a password. */
        PROTECTED,
        MACROS,
        /** More than a file may become when it is unpacked. */
        TOO_LARGE,
        /** A sheet with more rows than allowed; args: its name and how many are allowed. */
        TOO_MANY_ROWS,
        /** A document type or an entity, which no spreadsheet program writes. */
        UNSAFE,
        /** It cannot be read to its end. */
        BROKEN
    }

    private final Reason reason;
    private final transient List<Object> args;

    WorkbookRefused(Reason reason, Object... args) {
        super("refused: " + reason);
        this.reason = reason;
        this.args = List.of(args);
    }

    public Reason reason() {
        return reason;
    }

    /** What the sentence about it names. */
    public List<Object> args() {
        return args;
    }
}
