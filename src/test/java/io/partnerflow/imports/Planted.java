package io.partnerflow.imports;

import static io.partnerflow.imports.ImportKind.CONTRACTS;
import static io.partnerflow.imports.ImportKind.CUSTOMERS;
import static io.partnerflow.imports.ImportKind.ORDERS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Fifty mistakes people make, each in a row of its own. */
record Planted(List<String> cells, byte[] file) {

    static Planted in(Sheets sheets) {
        var cells = new ArrayList<String>();
        var planting = new Object() {
            int customer = 6_000;
            int contract = 100;
            int order = 3;

            void put(ImportKind kind, String column, Object value) {
                var row = kind == CUSTOMERS ? customer++ : kind == CONTRACTS ? contract++ : order++;
                sheets.row(kind, row).put(column, value);
                cells.add(kind.name() + " " + sheets.cell(kind, row, column));
            }
        };
        planting.put(CUSTOMERS, "resellerNumber", "556677-8899");
        planting.put(CUSTOMERS, "resellerNumber", null);
        planting.put(CUSTOMERS, "name", null);
        planting.put(CUSTOMERS, "name", "x".repeat(201));
        planting.put(CUSTOMERS, "name", new Sheets.Formula("1+1"));
        planting.put(CUSTOMERS, "name", "two\nlines");
        planting.put(CUSTOMERS, "country", "Sverige");
        planting.put(CUSTOMERS, "country", null);
        planting.put(CUSTOMERS, "registrationNumber", "559000-0000");
        planting.put(CUSTOMERS, "registrationNumber", "12");
        planting.put(CUSTOMERS, "registrationNumber", null);
        planting.put(
                CUSTOMERS, "registrationNumber", sheets.row(CUSTOMERS, 6_300).get("registrationNumber"));
        // whoever comes second is the one that stands there twice
        cells.remove(cells.size() - 1);
        cells.add("CUSTOMERS " + sheets.cell(CUSTOMERS, 6_300, "registrationNumber"));
        planting.put(CUSTOMERS, "registrationNumber", sheets.row(CUSTOMERS, 3).get("resellerNumber"));
        planting.put(CUSTOMERS, "vatId", "SE12");
        planting.put(CUSTOMERS, "email", "no address");
        planting.put(CUSTOMERS, "email", null);
        planting.put(CUSTOMERS, "language", "xx");
        planting.put(CUSTOMERS, "addressLine1", null);
        planting.put(CUSTOMERS, "postalCode", "1".repeat(21));
        planting.put(CUSTOMERS, "city", null);
        planting.put(CONTRACTS, "reference", null);
        planting.put(CONTRACTS, "reference", "r".repeat(65));
        planting.put(CONTRACTS, "customerNumber", "556012-5790");
        planting.put(CONTRACTS, "customerNumber", "1");
        planting.put(CONTRACTS, "customerCountry", "XX");
        planting.put(CONTRACTS, "programme", "none");
        planting.put(CONTRACTS, "programme", "workplace");
        planting.put(CONTRACTS, "product", "planning-licence");
        planting.put(CONTRACTS, "quantity", "ten");
        cells.remove(cells.size() - 1);
        cells.add("CONTRACTS " + sheets.cell(CONTRACTS, 108, "quantity"));
        planting.put(CONTRACTS, "quantity", 0);
        planting.put(CONTRACTS, "startDate", "2025-02-30");
        planting.put(CONTRACTS, "startDate", 45_000);
        planting.put(CONTRACTS, "startDate", LocalDate.of(2099, 1, 1));
        planting.put(CONTRACTS, "startDate", null);
        planting.put(CONTRACTS, "termMonths", 13);
        cells.remove(cells.size() - 1);
        cells.add("CONTRACTS " + sheets.cell(CONTRACTS, 114, "termDiscount"));
        planting.put(CONTRACTS, "renewalDate", LocalDate.of(2027, 12, 24));
        planting.put(CONTRACTS, "nextInvoiceOn", LocalDate.of(2020, 1, 1));
        planting.put(CONTRACTS, "lastDay", LocalDate.of(2027, 2, 3));
        planting.put(CONTRACTS, "currency", "kronor");
        planting.put(CONTRACTS, "termDiscount", 101);
        planting.put(CONTRACTS, "keepsDiscounts", "perhaps");
        planting.put(CONTRACTS, "rhythmMonths", 5);
        planting.put(ORDERS, "orderedBy", "rita");
        planting.put(ORDERS, "customerNumber", "556012-5790");
        planting.put(ORDERS, "programme", "hostings");
        planting.put(ORDERS, "product", "laptop-14");
        planting.put(ORDERS, "quantity", -3);
        planting.put(ORDERS, "termMonths", 7);
        planting.put(ORDERS, "startDate", LocalDate.of(2020, 1, 1));
        planting.put(ORDERS, "acceptsTerms", "nej");
        return new Planted(cells, sheets.file());
    }
}
