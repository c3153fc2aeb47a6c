package io.partnerflow.exports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a list can be taken away as. */
public enum ExportFormat {
    CSV("text/csv;charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String contentType;

    ExportFormat(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    /** End of a file's name and the word in an address. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param ending {@code csv} or {@code xlsx} */
    public static Optional<ExportFormat> named(String ending) {
        return Arrays.stream(values())
                .filter(format -> format.ending().equals(ending))
                .findFirst();
    }
}
