package io.partnerflow.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.billing.CreditNotes;
import io.partnerflow.billing.CreditWish;
import io.partnerflow.billing.Invoices;
import io.partnerflow.documents.Documents;
import io.partnerflow.dunning.Dunnings;
import io.partnerflow.mail.Outbox;
import io.partnerflow.mail.OutboxLine;
import io.partnerflow.parties.Party;
import io.partnerflow.payments.BankStatements;
import io.partnerflow.payments.Receivable;
import io.partnerflow.payments.Receivables;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Percentage;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A reseller that pays ten weeks late: reminded, reminded again, kept from new orders, and welcome again at once. */
@OverTheYears
class LatePayerTest {

    private static final LocalDate BEGINS = LocalDate.of(2025, 3, 10);
    private static final LocalDate DUE = BEGINS.plusDays(30);

    @Autowired
    Deals deals;

    @Autowired
    TimeMachine time;

    @Autowired
    Invoices invoices;

    @Autowired
    CreditNotes creditNotes;

    @Autowired
    Dunnings dunnings;

    @Autowired
    Receivables receivables;

    @Autowired
    BankStatements statements;

    @Autowired
    Outbox outbox;

    @Test
    void isRemindedTwiceThenBlockedThenPaysAndOrdersAgain() {
        time.begin(BEGINS);
        time.withNightly("dunning-run");
        var reseller = deals.reseller();
        var contract = deals.subscriptionOf(deals.completeOrder(reseller, deals.customerOf(reseller), BEGINS));
        var invoice = invoices.ofSubscription(contract).get(0);

        time.until(DUE.plusDays(9));
        assertThat(letters(reseller, invoice)).isEmpty();
        assertThat(status(invoice)).isEqualTo(Receivable.Status.OVERDUE);
        time.until(DUE.plusDays(10));
        assertThat(letters(reseller, invoice)).containsExactly("Reminder: invoice " + invoice);
        time.until(DUE.plusDays(24));
        assertThat(letters(reseller, invoice)).hasSize(2).contains("Second reminder: invoice " + invoice);
        time.until(DUE.plusDays(37));
        deals.order(reseller, deals.customerOf(reseller));

        time.until(DUE.plusDays(38));
        assertThat(letters(reseller, invoice)).hasSize(3).contains("Orders are blocked: invoice " + invoice);
        var customer = deals.customerOf(reseller);
        assertThatThrownBy(() -> deals.order(reseller, customer)).isInstanceOfSatisfying(Conflict.class, refused -> {
            assertThat(refused.code()).isEqualTo("orders-blocked");
            assertThat(refused.args()).containsExactly(invoice);
        });

        time.until(DUE.plusDays(70));
        pays(invoice);
        assertThat(status(invoice)).isEqualTo(Receivable.Status.PAID);
        assertThat(deals.order(reseller, customer)).startsWith("OR-");
        assertThat(letters(reseller, invoice)).hasSize(3);
    }

    @Test
    void mayOrderAgainTheMomentTheInvoiceIsCredited() {
        time.begin(BEGINS);
        time.withNightly("dunning-run");
        var reseller = deals.reseller();
        var customer = deals.customerOf(reseller);
        var contract = deals.subscriptionOf(deals.completeOrder(reseller, deals.customerOf(reseller), BEGINS));
        var invoice = invoices.ofSubscription(contract).get(0);
        time.until(DUE.plusDays(38));
        assertThatThrownBy(() -> deals.order(reseller, customer)).isInstanceOf(Conflict.class);

        creditNotes.request(
                new CreditWish(invoice, new CreditWish.Share(Percentage.of("50")), "Half was never there", false));
        time.aMoment();
        assertThat(dunnings.runningOf(reseller.id())).hasSize(1);
        creditNotes.request(new CreditWish(invoice, new CreditWish.All(), "It was never there", false));
        time.aMoment();

        assertThat(dunnings.runningOf(reseller.id())).isEmpty();
        assertThat(deals.order(reseller, customer)).startsWith("OR-");
        assertThat(status(invoice)).isEqualTo(Receivable.Status.CREDITED);
    }

    private void pays(String invoice) {
        var open = receivables.of(invoice).orElseThrow().open();
        var file = "booked_on;amount;currency;text;reference\n%s;%s;%s;%s;R-%s\n"
                .formatted(time.today(), open.amount().toPlainString(), open.currencyCode(), invoice, invoice)
                .getBytes(UTF_8);
        statements.confirm(
                statements
                        .take(new ByteArrayInputStream(file), Documents.sha256(file), "day.csv", "bengt")
                        .number(),
                "bengt");
        time.aMoment();
    }

    private Receivable.Status status(String invoice) {
        return receivables.of(invoice).orElseThrow().status(time.today());
    }

    private List<String> letters(Party reseller, String invoice) {
        return outbox.page(invoice, "", 0, 50).items().stream()
                .filter(letter -> letter.to().equals(reseller.email())
                        && letter.businessKey().startsWith("DU-"))
                .map(OutboxLine::subject)
                .toList();
    }
}
