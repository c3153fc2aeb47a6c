package io.partnerflow.imports;

import static io.partnerflow.imports.ImportKind.CONTRACTS;
import static io.partnerflow.imports.ImportKind.CUSTOMERS;
import static io.partnerflow.imports.ImportKind.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.Staff;
import io.partnerflow.StaffBrowser;
import io.partnerflow.TestIdentities;
import io.partnerflow.TestParties;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.processes.ProcessDriver;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.Percentage;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.web.StaffListener;
import io.partnerflow.workbooks.WorkbookReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PartnerflowTest
class ImportsTest {

    @Autowired
    Imports imports;

    @Autowired
    ImportWorkbooks workbooks;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    ProcessDriver processes;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ProcessEngine engine;

    @Autowired
    StaffListener door;

    TestParties parties;
    Party reseller;
    Scope vendor;

    @BeforeEach
    void aResellerOfEverything() {
        parties = new TestParties(organisations, resellers);
        reseller = parties.resellerOf("seats", "20");
        resellers.appoint(reseller.id(), "licence", "GOLD", Percentage.of("20"));
        resellers.appoint(reseller.id(), "hosting", "GOLD", Percentage.of("0"));
        vendor = new Scope(null, "petra");
    }

    Map<String, Object> customer() {
        var company = TestIdentities.company();
        var row = new HashMap<String, Object>();
        row.put("resellerNumber", reseller.registrationNumber());
        row.put("name", company.name() + " ");
        row.put("country", "SE");
        row.put("registrationNumber", company.number());
        row.put("vatId", company.vatId());
        row.put("email", company.email());
        row.put("language", "sv");
        row.put("addressLine1", "Storgatan 1");
        row.put("postalCode", "111 22");
        row.put("city", "Stockholm");
        return row;
    }

    Map<String, Object> contract(Object customerNumber, LocalDate start) {
        var row = new HashMap<String, Object>();
        row.put("resellerNumber", reseller.registrationNumber());
        row.put("reference", "C-" + TestIdentities.registrationNumber());
        row.put("customerCountry", "SE");
        row.put("customerNumber", customerNumber);
        row.put("programme", "seats");
        row.put("product", "space-monitor-seat");
        row.put("quantity", 10);
        row.put("startDate", start);
        row.put("termMonths", 12);
        return row;
    }

    Map<String, Object> order(Object customerNumber) {
        var row = new HashMap<String, Object>();
        row.put("resellerNumber", reseller.registrationNumber());
        row.put("orderedBy", "rita@reseller.example");
        row.put("customerCountry", "SE");
        row.put("customerNumber", customerNumber);
        row.put("programme", "seats");
        row.put("product", "space-monitor-seat");
        row.put("quantity", 5);
        row.put("termMonths", 12);
        row.put("startDate", calendar.today());
        row.put("acceptsTerms", "ja");
        return row;
    }

    Map<String, String> errors(String number) {
        var found = new TreeMap<String, String>();
        for (var page = 0; page < 5; page++) {
            imports.problems(null, number, new Paging(page, 200, null, ""), Locale.ENGLISH).items().stream()
                    .filter(ImportProblem::error)
                    .forEach(problem -> found.put(problem.sheet() + " " + problem.cell(), problem.sentence()));
        }
        return found;
    }

    long count(String table) {
        return database.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    void write(String number) {
        imports.confirm(vendor, number);
        processes.run(number, "serviceTask_writeImport");
    }

    @Test
    void tenThousandRowsAreCheckedCellByCellAndWrittenOnce() {
        var sheets = new Sheets(true);
        var day = calendar.today().minusMonths(20);
        var numbers = new ArrayList<Object>();
        for (var i = 0; i < 9_000; i++) {
            var row = customer();
            numbers.add(row.get("registrationNumber"));
            sheets.add(CUSTOMERS, row);
        }
        for (var i = 0; i < 960; i++) {
            sheets.add(CONTRACTS, contract(numbers.get(i), day));
        }
        for (var i = 0; i < 40; i++) {
            sheets.add(ORDERS, order(numbers.get(4_000 + i)));
        }
        var good = sheets.file();
        var planted = Planted.in(sheets);
        assertThat(planted.cells()).hasSize(50);
        var before = count("organisation") + count("subscription") + count("customer_order");

        var bad = imports.check(vendor, "all.xlsx", planted.file());

        assertThat(errors(bad).keySet()).containsExactlyInAnyOrderElementsOf(planted.cells());
        assertThat(imports.get(null, bad).errors()).isEqualTo(50);
        assertThatThrownBy(() -> imports.confirm(vendor, bad)).isInstanceOf(Conflict.class);
        assertThat(count("organisation") + count("subscription") + count("customer_order"))
                .isEqualTo(before);

        var number = imports.check(vendor, "all.xlsx", good);
        assertThat(errors(number)).isEmpty();
        write(number);

        assertThat(count("organisation") + count("subscription") + count("customer_order"))
                .isEqualTo(before + 9_000 + 2 * 960 + 40);
        assertThat(imports.get(null, number).status()).isEqualTo(ImportStatus.WRITTEN);
        theListsSayWhatTheirViewsSay();
        while (processes.hasJob(number, "serviceTask_beginImportedOrders")) {
            processes.run(number, "serviceTask_beginImportedOrders");
        }
        processes.hasEndedBy(number, "endEvent_importDone");
        assertThat(imports.get(null, number).status()).isEqualTo(ImportStatus.DONE);
        assertThat(imports.get(null, number).percent()).isEqualTo(100);

        var again = imports.check(vendor, "renamed.xlsx", good);
        assertThat(imports.get(null, again).sameAs()).isEqualTo(number);
        assertThatThrownBy(() -> imports.confirm(vendor, again)).isInstanceOf(Conflict.class);
    }

    private void theListsSayWhatTheirViewsSay() {
        var own = "WHERE reseller_id = '%s'".formatted(reseller.id());
        assertThat(count("listed_customer " + own)).isEqualTo(9_000);
        assertThat(count("(SELECT * FROM customer_to_list " + own + " EXCEPT SELECT * FROM listed_customer) d"))
                .isZero();
        assertThat(count("listed_deadline " + own)).isPositive();
        assertThat(count("(SELECT * FROM deadline_to_list " + own + " EXCEPT SELECT * FROM listed_deadline) d"))
                .isZero();
        assertThat(count("subscription " + own + " AND (term_ends_on IS NULL OR listed_sold <= 0)"))
                .isZero();
    }

    @Test
    void aNodeThatDiesOnTheWayLeavesNothingBehindAndAnotherBeginsAnew() {
        var sheets = new Sheets(true);
        var row = customer();
        sheets.add(CUSTOMERS, row);
        sheets.add(
                CONTRACTS,
                contract(row.get("registrationNumber"), calendar.today().minusMonths(3)));
        sheets.add(ORDERS, order(row.get("registrationNumber")));
        var number = imports.check(vendor, "small.xlsx", sheets.file());
        database.sql("UPDATE data_import SET uploaded_at = uploaded_at - interval '1 day' WHERE number = ?")
                .param(number)
                .update();
        assertThatThrownBy(() -> imports.confirm(vendor, number))
                .as("a period may have begun since")
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.code()).isEqualTo("import-check-again"));
        database.sql("UPDATE data_import SET uploaded_at = uploaded_at + interval '1 day' WHERE number = ?")
                .param(number)
                .update();
        imports.confirm(vendor, number);
        var before = count("organisation") + count("subscription") + count("customer_order");

        transaction.executeWithoutResult(dying -> {
            processes.run(number, "serviceTask_writeImport");
            dying.setRollbackOnly();
        });

        assertThat(count("organisation") + count("subscription") + count("customer_order"))
                .isEqualTo(before);
        assertThat(imports.get(null, number).status()).isEqualTo(ImportStatus.CONFIRMED);

        processes.run(number, "serviceTask_writeImport");
        processes.run(number, "serviceTask_beginImportedOrders");
        processes.run(number, "serviceTask_beginImportedOrders");

        assertThat(count("organisation") + count("subscription") + count("customer_order"))
                .isEqualTo(before + 4);
        processes.hasEndedBy(number, "endEvent_importDone");
        var order = database.sql("SELECT subject FROM data_import_row WHERE import = ? AND kind = 'ORDERS'")
                .param(number)
                .query(String.class)
                .single();
        processes.hasPassed(order, "startEvent_orderStarted");
    }

    @Test
    void whatHasChangedSinceTheCheckIsSaidAndNothingIsWritten() {
        var sheets = new Sheets(true);
        var row = customer();
        sheets.add(CUSTOMERS, row);
        sheets.add(CUSTOMERS, customer());
        var number = imports.check(vendor, "small.xlsx", sheets.file());
        imports.confirm(vendor, number);
        var other = new HashMap<>(row);
        var another = parties.resellerOf("seats", "10");
        other.put("resellerNumber", another.registrationNumber());
        var faster = new Sheets(true);
        faster.add(CUSTOMERS, other);
        var first = imports.check(vendor, "faster.xlsx", faster.file());
        write(first);
        var before = count("organisation");

        processes.run(number, "serviceTask_writeImport");

        processes.hasEndedBy(number, "endEvent_importRefused");
        assertThat(count("organisation")).isEqualTo(before);
        assertThat(imports.get(null, number).status()).isEqualTo(ImportStatus.REFUSED);
        assertThat(errors(number)).containsOnlyKeys("CUSTOMERS " + sheets.cell(CUSTOMERS, 3, "registrationNumber"));
    }

    @Test
    void customersNobodyHasUsedCanBeTakenAwayAgain() {
        var sheets = new Sheets(false);
        var row = customer();
        sheets.add(CUSTOMERS, row);
        sheets.add(CUSTOMERS, customer());
        var own = new Scope(reseller.id(), "rita@reseller.example");
        var number = imports.check(own, "own.xlsx", sheets.file());
        var stranger = new Scope(parties.reseller().id(), "else@example.org");
        var before = count("organisation");
        imports.confirm(own, number);
        processes.run(number, "serviceTask_writeImport");
        processes.run(number, "serviceTask_beginImportedOrders");
        assertThat(count("organisation")).isEqualTo(before + 2);
        assertThatThrownBy(() -> imports.undo(stranger, number)).isInstanceOf(NotFound.class);

        imports.undo(own, number);

        assertThat(count("organisation")).isEqualTo(before);
        assertThat(imports.get(own.reseller(), number).status()).isEqualTo(ImportStatus.UNDONE);
        // once undone, the same file can be imported again
        var again = imports.check(own, "own.xlsx", sheets.file());
        imports.confirm(own, again);
        processes.run(again, "serviceTask_writeImport");
        processes.run(again, "serviceTask_beginImportedOrders");
        var customer = organisations
                .byRegistrationNumber("SE", String.valueOf(row.get("registrationNumber")))
                .orElseThrow();
        resellers.link(customer.id(), parties.organisation().id());
        assertThatThrownBy(() -> transaction.executeWithoutResult(any -> imports.undo(own, again)))
                .isInstanceOf(Conflict.class);
        assertThat(count("organisation")).isEqualTo(before + 3);
    }

    @Test
    void anotherResellersCustomerIsNotTakenAway() {
        var sheets = new Sheets(false);
        var row = customer();
        sheets.add(CUSTOMERS, row);
        var own = new Scope(reseller.id(), "rita@reseller.example");
        var number = imports.check(own, "shared.xlsx", sheets.file());
        imports.confirm(own, number);
        processes.run(number, "serviceTask_writeImport");
        processes.run(number, "serviceTask_beginImportedOrders");
        var customer = organisations
                .byRegistrationNumber("SE", String.valueOf(row.get("registrationNumber")))
                .orElseThrow();
        var other = parties.reseller();
        resellers.link(other.id(), customer.id());

        assertThatThrownBy(() -> transaction.executeWithoutResult(any -> imports.undo(own, number)))
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.code()).isEqualTo("import-in-use"));
        assertThat(database.sql("SELECT count(*) FROM reseller_link WHERE customer_id = ? AND reseller_id = ?")
                        .params(customer.id(), other.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void sheetsThatHideSomethingAreRefused() {
        var sheets = new Sheets(true);
        sheets.add(CUSTOMERS, customer());
        sheets.add(CUSTOMERS, customer());

        var hidden = imports.check(vendor, "hidden.xlsx", sheets.file(Sheets.hidden(CUSTOMERS)));
        var merged = imports.check(
                vendor,
                "merged.xlsx",
                sheets.file((kind, sheet) -> sheet.range(2, 1, 3, 1).merge()));

        assertThat(errors(hidden)).containsOnlyKeys("CUSTOMERS ");
        assertThat(errors(merged)).containsKey("CUSTOMERS B3");
        assertThatThrownBy(() -> imports.check(vendor, "rows.csv", "a;b".getBytes()))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        bad -> assertThat(bad.fields())
                                .extracting(Invalid.Field::code)
                                .containsExactly("workbook-not-excel"));
        assertThatThrownBy(() -> imports.check(vendor, "empty.xlsx", new byte[0]))
                .isInstanceOf(Invalid.class);
        var template = workbooks.template(true, Locale.FRENCH);
        assertThatThrownBy(() -> imports.check(vendor, "modele.xlsx", template))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        bad -> assertThat(bad.fields())
                                .extracting(Invalid.Field::code)
                                .containsExactly("template-empty"));
    }

    @Test
    void resellersImportTheirOwnCustomersAndOrdersButNoContracts() {
        var own = new Scope(reseller.id(), "rita@reseller.example");
        var sheets = new Sheets(false);
        var there = parties.customerOf(reseller);
        var row = customer();
        row.put("registrationNumber", there.registrationNumber());
        sheets.add(CUSTOMERS, row);
        sheets.add(CUSTOMERS, customer());
        sheets.add(
                CONTRACTS, contract(there.registrationNumber(), calendar.today().minusMonths(1)));

        var number = imports.check(own, "own.xlsx", sheets.file());

        assertThat(errors(number)).containsOnlyKeys("CONTRACTS ");
        assertThat(imports.problems(own.reseller(), number, Paging.first(), Locale.GERMAN)
                        .items())
                .anySatisfy(problem -> {
                    assertThat(problem.error()).isFalse();
                    assertThat(problem.cell()).isEqualTo(sheets.cell(CUSTOMERS, 3, "registrationNumber"));
                    assertThat(problem.sentence()).startsWith("Bereits Kunde");
                });
        var template = WorkbookReader.read(workbooks.template(false, Locale.GERMAN), 1_000);
        assertThat(template.get(0).name()).isEqualTo("Kunden");
        assertThat(template).extracting(one -> one.name()).doesNotContain("Laufende Verträge");
    }

    @Test
    void theFileComesBackWithItsBadCellsMarked() {
        var sheets = new Sheets(true);
        var bad = customer();
        bad.put("email", "nobody");
        sheets.add(CUSTOMERS, bad);

        var number = imports.check(vendor, "bad.xlsx", sheets.file());
        var marked = WorkbookReader.read(workbooks.marked(null, number, Locale.ENGLISH), 100);

        assertThat(marked.get(0).rows().get(2).cells())
                .anySatisfy(cell -> assertThat(cell.text()).isEqualTo("nobody"));
        assertThat(errors(number).get("CUSTOMERS " + sheets.cell(CUSTOMERS, 3, "email")))
                .contains("E-mail");
    }

    @Test
    void theDesksThatMoveAVendorInHaveAPageForIt() {
        var staff = new Staff(engine.getIdentityService());
        staff.hire("inga", "order-desk");
        staff.hire("bibbi", "billing");
        var inga = new StaffBrowser(door.port());
        inga.login("inga", Staff.PASSWORD);
        var bibbi = new StaffBrowser(door.port());
        bibbi.login("bibbi", Staff.PASSWORD);
        var sheets = new Sheets(true);
        var bad = customer();
        bad.put("email", "nobody <at> home");
        sheets.add(CUSTOMERS, bad);
        var wrong = imports.check(vendor, "bad.xlsx", sheets.file());
        sheets.row(CUSTOMERS, 3).put("email", "home@example.org");
        var right = imports.check(vendor, "good.xlsx", sheets.file());

        assertThat(inga.get("/staff/imports").body()).contains("Excel import", wrong, "/staff/imports/template.xlsx");
        assertThat(inga.get("/staff/imports/" + wrong).body())
                .contains(sheets.cell(CUSTOMERS, 3, "email"), "nobody &lt;at&gt; home", "1 error", "marked.xlsx")
                .doesNotContain("Import everything");
        assertThat(inga.get("/staff/imports/" + right).body()).contains("Import everything");
        assertThat(inga.get("/staff/imports/" + wrong + "/marked.xlsx").statusCode())
                .isEqualTo(200);
        assertThat(inga.get("/staff/imports/template.xlsx").statusCode()).isEqualTo(200);
        assertThat(bibbi.get("/staff/imports").statusCode()).isEqualTo(403);
        inga.submit("/staff/imports/" + right, "/staff/imports/" + right + "/confirm", Map.of());
        assertThat(inga.get("/staff/imports/" + right).body()).contains("<progress", "The import has begun");
        processes.run(right, "serviceTask_writeImport");
        processes.run(right, "serviceTask_beginImportedOrders");
        assertThat(inga.get("/staff/imports/" + right).body()).contains("Undo");
    }
}
