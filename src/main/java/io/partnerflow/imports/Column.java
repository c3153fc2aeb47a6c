package io.partnerflow.imports;

/**
 * One column of a template. Its heading is {@code imports.column.<code>}, what it accepts {@code imports.column.<code>.help}.
 *
 * @param code stands in the second row, so that columns may be moved and headings translated
 */
record Column(String code, Kind kind, boolean needed) {

    enum Kind {
        TEXT,
        WHOLE,
        AMOUNT,
        PERCENT,
        DAY,
        YES_NO,
        COUNTRY,
        LANGUAGE,
        PROGRAMME,
        PRODUCT,
        /** Only where the rows name the reseller. */
        RESELLER
    }

    static Column of(String code, Kind kind) {
        return new Column(code, kind, false);
    }

    static Column needed(String code, Kind kind) {
        return new Column(code, kind, true);
    }
}
