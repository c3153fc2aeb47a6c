package io.partnerflow.commission;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestParties;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.payments.Receivables;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.VendorCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** HA-2: where a programme says so, a document counts once it is paid. */
@PartnerflowTest
class EarnedDocumentsTest {

    @Autowired
    EarnedDocuments documents;

    @Autowired
    Receivables receivables;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    NumberSeries numbers;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    VendorCalendar calendar;

    Party reseller;
    Party customer;
    LocalDate issued;

    @BeforeEach
    void someoneSells() {
        var parties = new TestParties(organisations, resellers);
        reseller = parties.organisation();
        customer = parties.customerOf(reseller);
        issued = calendar.today().minusMonths(3);
    }

    @Test
    void anInvoiceCountsInTheMonthInWhichTheLastOfItIsPaid() {
        var invoice = document("INVOICE", null, "1000.00");
        receivables.settle(invoice, Money.of("400.00", "SEK"), "first " + invoice);
        assertThat(nextMonth()).isEmpty();

        receivables.settle(invoice, Money.of("600.00", "SEK"), "second " + invoice);

        assertThat(nextMonth()).singleElement().satisfies(month -> {
            assertThat(month.month()).isEqualTo(YearMonth.from(calendar.today()));
            assertThat(month.net()).isEqualTo(Money.of("1000.00", "SEK"));
        });
    }

    @Test
    void aCreditNoteCountsWithItsInvoice() {
        var invoice = document("INVOICE", null, "1000.00");
        document("CREDIT_NOTE", invoice, "300.00");
        assertThat(nextMonth()).isEmpty();

        receivables.settle(invoice, Money.of("700.00", "SEK"), "rest " + invoice);

        assertThat(nextMonth())
                .singleElement()
                .satisfies(month -> assertThat(month.net()).isEqualTo(Money.of("700.00", "SEK")));
    }

    @Test
    void whatIsTakenBackUnpaidNeverCounts() {
        document("CREDIT_NOTE", document("INVOICE", null, "1000.00"), "1000.00");

        assertThat(nextMonth()).isEmpty();
    }

    private List<EarnedMonth> nextMonth() {
        var next = YearMonth.from(calendar.today()).plusMonths(1);
        return documents.toCompensate(next, List.of(), List.of("hosting"), 100_000).stream()
                .filter(month -> month.reseller().equals(reseller.id()))
                .toList();
    }

    private String document(String kind, String credits, String net) {
        return transaction.execute(status -> {
            var number = numbers.next(credits == null ? "IN" : "CN");
            database.sql("""
                            INSERT INTO invoice (number, source, kind, credits, credit_reason, issue_date, due_date, issued_at,
                                bill_to, reseller_id, customer_id, programme, earns, payment_reference, currency, net, vat, gross,
                                seller, buyer)
                            VALUES (:number, :number, :kind, :credits, :reason, :day, :day, :at, :customer, :reseller, :customer,
                                'hosting', :reseller, :number, 'SEK', :net, 0, :net, '{}', '{}')""")
                    .param("number", number)
                    .param("kind", kind)
                    .param("credits", credits)
                    .param("reason", credits == null ? null : "too much")
                    .param("day", issued)
                    .param("at", OffsetDateTime.now(ZoneOffset.UTC))
                    .param("customer", customer.id())
                    .param("reseller", reseller.id())
                    .param("net", new BigDecimal(net))
                    .update();
            return number;
        });
    }
}
