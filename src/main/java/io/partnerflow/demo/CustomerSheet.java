package io.partnerflow.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** The customers' sheet of the import's template, filled in. */
final class CustomerSheet {

    private static final List<String> OWN = List.of(
            "name",
            "country",
            "registrationNumber",
            "vatId",
            "email",
            "language",
            "addressLine1",
            "addressLine2",
            "postalCode",
            "city");

    private final List<String> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /** @param vendor whether the rows name the reseller in their first cell, as the vendor's template wants it */
    CustomerSheet(boolean vendor) {
        if (vendor) {
            columns.add("resellerNumber");
        }
        columns.addAll(OWN);
    }

    CustomerSheet row(String... cells) {
        rows.add(Arrays.asList(cells));
        return this;
    }

    byte[] file() {
        var file = new ByteArrayOutputStream();
        try (var book = new Workbook(file, "partnerflow", "1.0")) {
            var sheet = book.newWorksheet("Customers");
            for (var place = 0; place < columns.size(); place++) {
                sheet.inlineString(0, place, columns.get(place));
                sheet.inlineString(1, place, place == 0 ? "customers/1 " + columns.get(0) : columns.get(place));
                for (var row = 0; row < rows.size(); row++) {
                    sheet.inlineString(row + 2, place, rows.get(row).get(place));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
