package io.partnerflow.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a sheet of a template is for, and which columns it has, from left to right. */
public enum ImportKind {
    CUSTOMERS(
            Column.needed("resellerNumber", Column.Kind.RESELLER),
            Column.needed("name", Column.Kind.TEXT),
            Column.needed("country", Column.Kind.COUNTRY),
            Column.needed("registrationNumber", Column.Kind.TEXT),
            Column.of("vatId", Column.Kind.TEXT),
            Column.needed("email", Column.Kind.TEXT),
            Column.needed("language", Column.Kind.LANGUAGE),
            Column.needed("addressLine1", Column.Kind.TEXT),
            Column.of("addressLine2", Column.Kind.TEXT),
            Column.needed("postalCode", Column.Kind.TEXT),
            Column.needed("city", Column.Kind.TEXT)),
    CONTRACTS(
            Column.needed("resellerNumber", Column.Kind.RESELLER),
            Column.needed("reference", Column.Kind.TEXT),
            Column.needed("customerCountry", Column.Kind.COUNTRY),
            Column.needed("customerNumber", Column.Kind.TEXT),
            Column.needed("programme", Column.Kind.PROGRAMME),
            Column.needed("product", Column.Kind.PRODUCT),
            Column.needed("quantity", Column.Kind.WHOLE),
            Column.needed("startDate", Column.Kind.DAY),
            Column.needed("termMonths", Column.Kind.WHOLE),
            Column.of("renewalDate", Column.Kind.DAY),
            Column.of("nextInvoiceOn", Column.Kind.DAY),
            Column.of("lastDay", Column.Kind.DAY),
            Column.of("pricePerYear", Column.Kind.AMOUNT),
            Column.of("currency", Column.Kind.TEXT),
            Column.of("termDiscount", Column.Kind.PERCENT),
            Column.of("partnerDiscount", Column.Kind.PERCENT),
            Column.of("keepsDiscounts", Column.Kind.YES_NO),
            Column.of("rhythmMonths", Column.Kind.WHOLE),
            Column.of("noticeDays", Column.Kind.WHOLE),
            Column.of("reductionWindowMonths", Column.Kind.WHOLE),
            Column.of("paymentDays", Column.Kind.WHOLE),
            Column.of("poReference", Column.Kind.TEXT),
            Column.of("costGroup", Column.Kind.TEXT)),
    ORDERS(
            Column.needed("resellerNumber", Column.Kind.RESELLER),
            Column.needed("orderedBy", Column.Kind.RESELLER),
            Column.of("orderReference", Column.Kind.TEXT),
            Column.needed("customerCountry", Column.Kind.COUNTRY),
            Column.needed("customerNumber", Column.Kind.TEXT),
            Column.needed("programme", Column.Kind.PROGRAMME),
            Column.needed("product", Column.Kind.PRODUCT),
            Column.needed("quantity", Column.Kind.WHOLE),
            Column.needed("termMonths", Column.Kind.WHOLE),
            Column.needed("startDate", Column.Kind.DAY),
            Column.of("poReference", Column.Kind.TEXT),
            Column.of("signatoryName", Column.Kind.TEXT),
            Column.of("signatoryEmail", Column.Kind.TEXT),
            Column.needed("acceptsTerms", Column.Kind.YES_NO));

    /** What stands in the second row's first cell; another number is another template. */
    static final int VERSION = 1;

    private final List<Column> columns;

    ImportKind(Column... columns) {
        this.columns = List.of(columns);
    }

    /** @param vendor whether the rows have to name the reseller; a reseller's own never do */
    List<Column> columns(boolean vendor) {
        return columns.stream()
                .filter(column -> vendor || column.kind() != Column.Kind.RESELLER)
                .toList();
    }

    /** As the second row of the template, and the message bundles, name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ImportKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** What a reseller may import itself; running contracts are the vendor's to take over. */
    public static List<ImportKind> of(boolean vendor) {
        return vendor ? List.of(values()) : List.of(CUSTOMERS, ORDERS);
    }
}
