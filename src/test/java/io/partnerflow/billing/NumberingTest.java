package io.partnerflow.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.TestParties;
import io.partnerflow.documents.Vendor;
import io.partnerflow.engine.Simulation;
import io.partnerflow.numbering.LegalSeries;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.scenarios.OverTheYears;
import io.partnerflow.scenarios.TimeMachine;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.tax.VatCase.Supply;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Numbers with legal force at the turn of the year, and under another legal entity. */
@OverTheYears
class NumberingTest {

    private static final int WRITERS = 16;
    private static final int INVOICES_EACH = 12;

    @Autowired
    TimeMachine time;

    @Autowired
    Simulation simulation;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    Billing billing;

    @Autowired
    LegalSeries legal;

    @Autowired
    BillingSettings settings;

    @Autowired
    Vendor vendor;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    Party reseller;
    Party customer;

    @BeforeEach
    void prepare() {
        var parties = new TestParties(organisations, resellers);
        reseller = parties.reseller();
        customer = parties.customerOf(reseller);
    }

    @Test
    void sixteenWritersAtTheTurnOfTheYearLeaveNoGapAndNoDoubleInEither() throws Exception {
        time.begin(LocalDate.of(2041, 12, 31));
        simulation.beginAt(at(LocalDateTime.of(2041, 12, 31, 23, 59, 58)));
        var threads = Executors.newFixedThreadPool(WRITERS);
        try {
            var work = IntStream.range(0, WRITERS)
                    .<Callable<List<String>>>mapToObj(writer -> () -> write(writer))
                    .toList();
            var running = work.stream().map(threads::submit).toList();
            while (issuedIn(2041) < WRITERS) {
                Thread.onSpinWait();
            }
            simulation.beginAt(at(LocalDateTime.of(2042, 1, 1, 0, 0, 1)));
            for (var one : running) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(serials(2041)).isNotEmpty().isEqualTo(oneToN(serials(2041).size()));
        assertThat(serials(2042)).isNotEmpty().isEqualTo(oneToN(serials(2042).size()));
        assertThat(database.sql("""
                        SELECT count(*) FROM invoice WHERE number LIKE 'IN-204_-%'
                        AND extract(year FROM issue_date)::int <> substr(number, 4, 4)::int""").query(Long.class).single())
                .as("numbers of another year than their date")
                .isZero();
    }

    @Test
    void aSeriesNeverGoesOnUnderAnotherLegalEntity() {
        time.begin(LocalDate.of(2043, 5, 1));
        transaction.execute(step -> billing.issue(charge()));
        var successor = new Vendor(
                "Successor AB",
                "556000-0001",
                vendor.vatId(),
                vendor.address(),
                vendor.street(),
                vendor.line2(),
                vendor.postalCode(),
                vendor.city(),
                vendor.country(),
                vendor.email(),
                vendor.phone(),
                vendor.website(),
                vendor.iban(),
                vendor.bic(),
                vendor.bank(),
                vendor.currency(),
                vendor.timeZone());
        var series = new InvoiceNumbers(legal, settings, successor);
        var own = new InvoiceNumbers(legal, new BillingSettings(500, "SUIN", "SUCN"), successor);

        assertThatThrownBy(() -> transaction.execute(step -> series.next(Invoice.Kind.INVOICE, calendar.today())))
                .hasMessageContaining("begun by legal entity " + vendor.registrationNumber())
                .hasMessageContaining("partnerflow.billing.invoice-series");
        String first = transaction.execute(step -> own.next(Invoice.Kind.INVOICE, calendar.today()));
        assertThat(first).isEqualTo("SUIN-2043-000001");
    }

    /** Every third one gives up after it has its number. */
    private List<String> write(int writer) {
        var kept = new ArrayList<String>();
        for (var invoice = 0; invoice < INVOICES_EACH; invoice++) {
            var givesUp = (writer + invoice) % 3 == 0;
            var number = transaction.execute(step -> {
                var issued = billing.issue(charge());
                if (givesUp) {
                    step.setRollbackOnly();
                }
                return issued;
            });
            if (!givesUp) {
                kept.add(number);
            }
        }
        return kept;
    }

    private long issuedIn(int year) {
        return database.sql("SELECT count(*) FROM invoice WHERE number LIKE ?")
                .param("IN-%d-%%".formatted(year))
                .query(Long.class)
                .single();
    }

    private List<Integer> serials(int year) {
        return database
                .sql("SELECT number FROM invoice WHERE number LIKE ? ORDER BY number")
                .param("IN-%d-%%".formatted(year))
                .query(String.class)
                .list()
                .stream()
                .map(number -> Integer.valueOf(number.substring(number.lastIndexOf('-') + 1)))
                .toList();
    }

    private static List<Integer> oneToN(int n) {
        return IntStream.rangeClosed(1, n).boxed().toList();
    }

    private static java.time.Instant at(LocalDateTime there) {
        return there.atZone(ZoneId.of("Europe/Stockholm")).toInstant();
    }

    private Charge charge() {
        return new Charge(
                UUID.randomUUID().toString(),
                reseller.id(),
                reseller.id(),
                customer.id(),
                "licence",
                null,
                null,
                null,
                "PO 1",
                null,
                30,
                List.of(new Charge.Line(
                        null,
                        null,
                        Supply.SERVICE,
                        "A property",
                        "1 × 100.00",
                        BigDecimal.ONE,
                        new BigDecimal("100.00"),
                        Money.of("100.00", "SEK"))));
    }
}
