package io.partnerflow.billing;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestParties;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.Money;
import io.partnerflow.tax.VatCase.Supply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What holds for every invoice, whoever issues it. */
@PartnerflowTest
class InvoiceRowsTest {

    private static final int WRITERS = 16;

    @Autowired
    Billing billing;

    @Autowired
    Invoices invoices;

    @Autowired
    NumberSeries numbers;

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
    void sixteenWritersOfWhomSomeGiveUpLeaveNoGapAndNoDouble() throws Exception {
        var before = next();

        var issued = together(index -> transaction.execute(step -> {
            var number = billing.issue(charge(UUID.randomUUID().toString(), "100.00"));
            if (index % 3 == 0) {
                step.setRollbackOnly();
            }
            return index % 3 == 0 ? "" : number;
        }));

        var kept = issued.stream().filter(number -> !number.isEmpty()).toList();
        assertThat(kept).doesNotHaveDuplicates();
        assertThat(kept.stream().map(InvoiceRowsTest::serial).collect(toSet()))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(before, before + kept.size() - 1)
                        .boxed()
                        .toList());
        assertThat(next()).isEqualTo(before + kept.size());
    }

    @Test
    void sixteenWritersOfTheSameChargeMakeOneInvoice() throws Exception {
        var source = UUID.randomUUID().toString();

        var numbers = together(index -> {
            try {
                return billing.issue(charge(source, "100.00"));
            } catch (DataAccessException lost) {
                return billing.issue(charge(source, "100.00")); // as the engine does: once more
            }
        });

        assertThat(numbers.stream().distinct()).hasSize(1);
        assertThat(database.sql("SELECT count(*) FROM invoice WHERE source = ?")
                        .param(source)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE invoice SET net = net WHERE number = ?",
                "DELETE FROM invoice WHERE number = ?",
                "UPDATE invoice_line SET description = 'something else' WHERE invoice = ?",
                "DELETE FROM invoice_line WHERE invoice = ?",
                "UPDATE invoice_tax SET vat = 0 WHERE invoice = ?",
                "DELETE FROM invoice_tax WHERE invoice = ?",
            })
    void whatIsIssuedCannotBeChangedNotEvenByHand(String change) {
        var number = billing.issue(charge(UUID.randomUUID().toString(), "100.00"));

        assertThatThrownBy(() -> database.sql(change).param(number).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void totalsAreTheSumsOfTheLinesAndTaxIsReckonedOnceOnTheSum() {
        var number = billing.issue(charge(UUID.randomUUID().toString(), "0.33", "0.33", "0.33"));

        var invoice = invoices.get(reseller.id(), number);
        assertThat(invoice.net()).isEqualTo(sek("0.99"));
        assertThat(invoice.vat()).isEqualTo(sek("0.25")); // 3 × 0.08 would be 0.24
        assertThat(invoice.gross()).isEqualTo(sek("1.24"));
        assertThat(Money.sum(
                        invoice.net().currency(),
                        invoice.lines().stream().map(Invoice.Line::net).toList()))
                .isEqualTo(invoice.net());
    }

    @Test
    void buyerAndSellerStayAsTheyWereOnTheDayOfIssue() {
        var number = billing.issue(charge(UUID.randomUUID().toString(), "100.00"));

        database.sql("UPDATE organisation SET name = 'Renamed AB' WHERE id = ?")
                .param(reseller.id())
                .update();

        var invoice = invoices.get(reseller.id(), number);
        assertThat(invoice.buyer().name()).isEqualTo(reseller.name());
        assertThat(invoice.seller().name()).isEqualTo("Northlight Software AB");
    }

    private List<String> together(java.util.function.IntFunction<String> work) throws Exception {
        var threads = Executors.newFixedThreadPool(WRITERS);
        try {
            var results = new ArrayList<String>();
            for (Future<String> result : threads.invokeAll(IntStream.range(0, WRITERS)
                    .<Callable<String>>mapToObj(index -> () -> work.apply(index))
                    .toList())) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    /** What the next invoice would be numbered; takes no number. */
    private int next() {
        return transaction.execute(step -> {
            step.setRollbackOnly();
            return serial(numbers.next("IN"));
        });
    }

    private static int serial(String number) {
        return Integer.parseInt(number.substring(number.lastIndexOf('-') + 1));
    }

    private Charge charge(String source, String... amounts) {
        return new Charge(
                source,
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
                List.of(amounts).stream()
                        .map(amount -> new Charge.Line(
                                null,
                                null,
                                Supply.SERVICE,
                                "A property",
                                "1 × " + amount,
                                BigDecimal.ONE,
                                new BigDecimal(amount),
                                sek(amount)))
                        .toList());
    }

    private static Money sek(String amount) {
        return Money.of(amount, "SEK");
    }
}
