package io.partnerflow.imports;

import static io.partnerflow.imports.ImportKind.CONTRACTS;
import static io.partnerflow.imports.ImportKind.CUSTOMERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.TestIdentities;
import io.partnerflow.billing.Invoice;
import io.partnerflow.billing.Invoices;
import io.partnerflow.parties.Party;
import io.partnerflow.scenarios.Deals;
import io.partnerflow.scenarios.OverTheYears;
import io.partnerflow.scenarios.TimeMachine;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Period;
import io.partnerflow.subscriptions.SubscriptionView;
import io.partnerflow.subscriptions.Subscriptions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing is billed for the past; what comes is billed like any other contract (AA-9, feature 110). */
@OverTheYears
class TakenOverContractsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    @Autowired
    Deals deals;

    @Autowired
    TimeMachine time;

    @Autowired
    Imports imports;

    @Autowired
    Invoices invoices;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient database;

    @Test
    void whatWasPaidElsewhereIsNeverInvoicedAndTheNextPeriodIs() {
        time.begin(TODAY);
        var reseller = deals.resellerOf("seats", "20");
        var began = LocalDate.of(2024, 8, 31);
        var quarterly = takeOver(reseller, began, Map.of("poReference", "PO 7"));
        var agreed = takeOver(
                reseller,
                LocalDate.of(2025, 3, 10),
                Map.of("pricePerYear", new BigDecimal("600.00"), "currency", "SEK", "partnerDiscount", 50));
        var leaving = takeOver(reseller, began, Map.of("lastDay", LocalDate.of(2026, 8, 30)));

        assertThat(quarterly.startDate()).isEqualTo(began);
        assertThat(quarterly.term()).isEqualTo(new Period(LocalDate.of(2025, 8, 31), LocalDate.of(2026, 8, 31)));
        assertThat(quarterly.nextInvoiceOn()).isEqualTo(LocalDate.of(2026, 5, 31));
        assertThat(quarterly.deadlines().lastDayForNotice()).isEqualTo(LocalDate.of(2026, 6, 2));
        assertThat(leaving.endsOn()).isEqualTo(LocalDate.of(2026, 8, 31));
        // a period that begins on the day of the takeover is the first one invoiced here
        assertThat(agreed.nextInvoiceOn()).isEqualTo(TODAY);

        night();
        night();

        assertThat(invoicesOf(quarterly)).isEmpty();
        assertThat(invoicesOf(leaving)).isEmpty();
        assertThat(invoicesOf(agreed)).singleElement().satisfies(invoice -> {
            assertThat(invoice.net()).isEqualTo(Money.of("750.00", "SEK")); // 10 × 600 × 50 % / 4
            assertThat(invoice.issueDate()).isEqualTo(TODAY);
        });

        time.whileTheHouseStoodStill(LocalDate.of(2026, 5, 31));
        night();
        night();

        assertThat(invoicesOf(quarterly)).singleElement().satisfies(invoice -> {
            // 10 seats × 510.00 × 80 % / 4: the list of the day it was taken over, the reseller's own discount
            assertThat(invoice.net()).isEqualTo(Money.of("1020.00", "SEK"));
            assertThat(invoice.lines().get(0).period().from()).isEqualTo(LocalDate.of(2026, 5, 31));
            assertThat(invoice.poReference()).isEqualTo("PO 7");
        });
        assertThat(quarterly.annualNet().share(3, 12))
                .isEqualTo(invoicesOf(quarterly).get(0).net());
    }

    @Test
    void aContractThatWasTakenOverLivesOnLikeAnyOther() {
        time.begin(TODAY);
        var reseller = deals.resellerOf("seats", "20");
        var began = LocalDate.of(2024, 8, 31);
        var running = takeOver(reseller, began, Map.of());
        // paid for a year elsewhere although it is invoiced by the quarter here
        var paidLonger = takeOver(reseller, began, Map.of("nextInvoiceOn", LocalDate.of(2026, 8, 31)));
        var leaving = takeOver(reseller, began, Map.of("lastDay", LocalDate.of(2026, 8, 30)));

        time.until(LocalDate.of(2026, 6, 3));

        assertThat(differences()).isEmpty();
        assertThat(invoicesOf(running)).hasSize(1);
        assertThat(invoicesOf(paidLonger)).isEmpty();
        assertThat(invoicesOf(leaving)).hasSize(1);

        time.until(LocalDate.of(2026, 9, 3));

        assertThat(differences()).isEmpty();
        assertThat(invoicesOf(running)).hasSize(2);
        assertThat(invoicesOf(paidLonger)).hasSize(1);
        assertThat(invoicesOf(leaving)).hasSize(1);
        assertThat(now(running).term()).isEqualTo(new Period(LocalDate.of(2026, 8, 31), LocalDate.of(2027, 8, 31)));
        assertThat(now(leaving).active()).isFalse();
    }

    private SubscriptionView now(SubscriptionView contract) {
        return subscriptions.get(contract.reseller(), contract.number());
    }

    private List<String> differences() {
        return database.sql(
                        "SELECT kind || ' ' || subject || ' ' || coalesce(period::text, '') FROM reconciliation_case c"
                                + " JOIN taken_over_contract t ON t.subscription = c.subject")
                .query(String.class)
                .list();
    }

    private SubscriptionView takeOver(Party reseller, LocalDate began, Map<String, Object> more) {
        var company = TestIdentities.company();
        var sheets = new Sheets(true);
        sheets.add(
                CUSTOMERS,
                Map.of(
                        "resellerNumber", reseller.registrationNumber(),
                        "name", company.name(),
                        "country", "SE",
                        "registrationNumber", company.number(),
                        "email", company.email(),
                        "language", "sv",
                        "addressLine1", "Storgatan 1",
                        "postalCode", "111 22",
                        "city", "Stockholm"));
        var row = new HashMap<String, Object>(Map.of(
                "resellerNumber",
                reseller.registrationNumber(),
                "reference",
                "C-" + company.number(),
                "customerCountry",
                "SE",
                "customerNumber",
                company.number(),
                "programme",
                "seats",
                "product",
                "space-monitor-seat",
                "quantity",
                10,
                "startDate",
                began,
                "termMonths",
                12));
        row.putAll(more);
        sheets.add(CONTRACTS, row);
        var scope = new Scope(null, "petra");
        var number = imports.check(scope, "contracts.xlsx", sheets.file());
        assertThat(imports.get(null, number).errors()).isZero();
        imports.confirm(scope, number);
        time.aMoment();
        assertThat(imports.get(null, number).status()).isEqualTo(ImportStatus.DONE);
        return subscriptions
                .of(reseller.id(), io.partnerflow.shared.Paging.first())
                .items()
                .get(0);
    }

    private void night() {
        management.executeJob(time.billingTimer());
        time.aMoment();
    }

    private List<Invoice> invoicesOf(SubscriptionView contract) {
        return invoices.ofSubscription(contract.number()).stream()
                .map(number -> invoices.get(contract.reseller(), number))
                .toList();
    }
}
