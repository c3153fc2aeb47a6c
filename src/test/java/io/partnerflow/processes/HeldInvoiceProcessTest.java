package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.billing.Invoice;
import io.partnerflow.billing.Invoices;
import io.partnerflow.documents.Documents;
import io.partnerflow.orders.OrderStatus;
import io.partnerflow.orders.Orders;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.scenarios.Deals;
import io.partnerflow.scenarios.OverTheYears;
import io.partnerflow.scenarios.TimeMachine;
import io.partnerflow.shared.Money;
import io.partnerflow.subscriptions.Subscriptions;
import io.partnerflow.tax.VatCategory;
import io.partnerflow.tax.VatDecision.Reason;
import io.partnerflow.vatids.VatIds;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invoices to other member states, with the register that is built in; it answers by tax/built-in-register.properties. */
@OverTheYears
class HeldInvoiceProcessTest {

    private static final LocalDate BEGINS = LocalDate.of(2025, 3, 10);
    private static final String KNOWN = "DE143454214";
    private static final String UNKNOWN = "DE136695976";
    private static final String SILENT = "FR40303265045";

    @Autowired
    Deals deals;

    @Autowired
    TimeMachine time;

    @Autowired
    ProcessDriver process;

    @Autowired
    Invoices invoices;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Orders orders;

    @Autowired
    Organisations organisations;

    @Autowired
    VatIds vatIds;

    @Autowired
    Documents documents;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient database;

    Party reseller;
    String order;
    String subscription;
    String charge;

    @BeforeEach
    void beginTheStory() {
        time.begin(BEGINS);
    }

    @Test
    void aVatIdTheRegisterKnowsMakesAReverseCharge() throws IOException {
        orderOfAResellerIn("DE", KNOWN);

        process.hasEndedBy(subscription, "serviceTask_holdInvoice", "endEvent_invoiceHeld");
        process.hasEndedBy(charge, "serviceTask_checkVatId", "serviceTask_sendInvoice", "endEvent_heldInvoiceSent");
        assertThat(invoices()).singleElement().satisfies(invoice -> {
            assertThat(invoice.taxes())
                    .singleElement()
                    .satisfies(tax -> assertThat(tax.category()).isEqualTo(VatCategory.AE));
            assertThat(invoice.vatReason()).isEqualTo(Reason.REVERSE_CHARGE_ART196);
            assertThat(invoice.gross()).isEqualTo(Money.of("38400.00", "SEK"));
        });
        assertThat(paper(invoices().get(0))).contains("Reverse charge", KNOWN, "SE559999999101");
    }

    @Test
    void theRegistersAnswerIsKeptWithItsReceipt() {
        orderOfAResellerIn("DE", KNOWN);

        assertThat(vatIds.inForce(organisations.get(reseller.id()))).hasValueSatisfying(check -> {
            assertThat(check.vatId()).isEqualTo(KNOWN);
            assertThat(check.consultationNumber()).startsWith("DEMO-");
            assertThat(check.answeredBy()).contains("demonstration");
        });
        time.whileTheHouseStoodStill(BEGINS.plusDays(31));
        assertThat(vatIds.inForce(organisations.get(reseller.id()))).isEmpty();
    }

    @Test
    void theOrderIsCompletedWhileItsInvoiceWaits() {
        orderOfAResellerIn("DE", UNKNOWN);

        assertThat(orders.get(order).status()).isEqualTo(OrderStatus.COMPLETED);
        process.hasEndedBy(order, "callActivity_firstInvoice", "endEvent_orderCompleted");
        assertThat(process.waitsAt(charge)).containsExactly("userTask_clarifyVatId");
        assertThat(invoices()).isEmpty();
    }

    @Test
    void theDeskSeesWhoPaysAndWhatTheRegisterSays() {
        orderOfAResellerIn("DE", UNKNOWN);

        assertThat(process.factsOf(charge, "userTask_clarifyVatId"))
                .containsEntry("invoiceFor", charge)
                .containsEntry("buyerVatId", UNKNOWN)
                .hasEntrySatisfying("buyer", buyer -> assertThat((String) buyer).contains(reseller.name()))
                .hasEntrySatisfying(
                        "registerSays", says -> assertThat((String) says).contains("invalid", "DEMO-"));
    }

    @Test
    void theDeskCanDecideToChargeVat() {
        orderOfAResellerIn("DE", UNKNOWN);

        decide("charge", Map.of());

        process.hasEndedBy(charge, "serviceTask_settleVatId", "endEvent_heldInvoiceSent");
        assertThat(invoices()).singleElement().satisfies(invoice -> {
            assertThat(invoice.vatReason()).isEqualTo(Reason.NO_VALID_VAT_ID);
            assertThat(invoice.gross()).isEqualTo(Money.of("48000.00", "SEK"));
        });
    }

    @Test
    void theDeskCanConfirmTheIdByHand() {
        orderOfAResellerIn("DE", UNKNOWN);

        decide("confirm", Map.of());

        process.hasEndedBy(charge, "endEvent_heldInvoiceSent");
        assertThat(invoices())
                .singleElement()
                .satisfies(invoice -> assertThat(invoice.vatReason()).isEqualTo(Reason.REVERSE_CHARGE_ART196));
        assertThat(vatIds.inForce(organisations.get(reseller.id())))
                .hasValueSatisfying(
                        check -> assertThat(check.evidence()).isEqualTo("Letter of the tax office of 2025-03-01"));
    }

    @Test
    void aCorrectedIdIsAskedAboutBeforeItCounts() {
        orderOfAResellerIn("DE", UNKNOWN);

        decide("correct", Map.of("vatId", "DE 143 454 214"));

        process.hasEndedBy(charge, "endEvent_heldInvoiceSent");
        assertThat(organisations.get(reseller.id()).vatId()).isEqualTo(KNOWN);
        assertThat(invoices()).singleElement().satisfies(invoice -> {
            assertThat(invoice.buyer().vatId()).isEqualTo(KNOWN);
            assertThat(invoice.vatReason()).isEqualTo(Reason.REVERSE_CHARGE_ART196);
        });
    }

    @Test
    void aCorrectionThatIsNoVatIdBringsTheTaskBackWithTheReason() {
        orderOfAResellerIn("DE", UNKNOWN);

        decide("correct", Map.of("vatId", "DE123"));

        assertThat(process.factsOf(charge, "userTask_clarifyVatId"))
                .hasEntrySatisfying(
                        "history", history -> assertThat((String) history).contains("DE123 is no VAT id of DE"));
    }

    @Test
    void withoutAVatIdNobodyIsAskedButTheDesk() {
        orderOfAResellerIn("DE", null);

        assertThat(process.factsOf(charge, "userTask_clarifyVatId"))
                .containsEntry("buyerVatId", "none")
                .containsEntry("registerSays", "Nobody was asked: there is no VAT id.");
    }

    @Test
    void aSilentRegisterIsAskedAgainEveryHourUntilItAnswers() {
        orderOfAResellerIn("FR", SILENT);
        assertThat(process.waitsAt(charge)).containsExactly("event_vatIdRetryDue");
        assertThat(orders.get(order).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(process.jobAt(charge, "event_vatIdRetryDue").getDuedate().toInstant())
                .isBefore(BEGINS.atTime(11, 0)
                        .atZone(java.time.ZoneId.of("Europe/Stockholm"))
                        .toInstant());

        settled("FR10632012100"); // the register knows this one
        process.fire(charge, "event_vatIdRetryDue");
        time.aMoment();

        process.hasEndedBy(charge, "endEvent_heldInvoiceSent");
        assertThat(invoices())
                .singleElement()
                .satisfies(invoice -> assertThat(invoice.vatReason()).isEqualTo(Reason.REVERSE_CHARGE_ART196));
    }

    @Test
    void afterADayOfSilenceTheDeskDecides() {
        orderOfAResellerIn("FR", SILENT);

        time.until(BEGINS.plusDays(2));

        assertThat(process.factsOf(charge, "userTask_clarifyVatId"))
                .hasEntrySatisfying(
                        "registerSays", says -> assertThat((String) says).contains("No answer"));
        decide("charge", Map.of());
        process.hasEndedBy(charge, "event_vatIdRetryDue", "endEvent_heldInvoiceSent");
    }

    @Test
    void whatTheDeskDecidedHoldsForTheNextInvoice() {
        orderOfAResellerIn("DE", UNKNOWN);
        decide("charge", Map.of());

        time.whileTheHouseStoodStill(BEGINS.plusYears(1));
        management.executeJob(time.billingTimer());
        time.aMoment();

        process.hasNotPassed("%s/%s".formatted(subscription, BEGINS.plusYears(1)), "startEvent_invoiceHeld");
        assertThat(invoices()).extracting(Invoice::vatReason).containsOnly(Reason.NO_VALID_VAT_ID);
        assertThat(invoices()).hasSize(2);
    }

    @Test
    void outsideTheUnionNothingWaits() throws IOException {
        orderOfAResellerIn("NO", null);

        process.hasEndedBy(subscription, "serviceTask_issueInvoice", "endEvent_invoiceSent");
        process.hasNotPassed(subscription, "serviceTask_holdInvoice");
        assertThat(invoices()).singleElement().satisfies(invoice -> {
            assertThat(invoice.vatReason()).isEqualTo(Reason.OUTSIDE_SCOPE_ART44);
            assertThat(invoice.vat()).isEqualTo(Money.of("0.00", "SEK"));
        });
        assertThat(paper(invoices().get(0))).contains("Not subject to VAT").doesNotContain("VAT no.");
    }

    private void orderOfAResellerIn(String country, String vatId) {
        reseller = deals.reseller();
        database.sql("UPDATE organisation SET country = ?, vat_id = ?, postal_code = '10115' WHERE id = ?")
                .params(country, vatId, reseller.id())
                .update();
        reseller = organisations.get(reseller.id());
        order = deals.completeOrder(reseller, deals.customerOf(reseller), BEGINS);
        subscription = deals.subscriptionOf(order);
        charge = "%s/%s".formatted(subscription, BEGINS);
    }

    private void settled(String vatId) {
        database.sql("UPDATE organisation SET vat_id = ? WHERE id = ?")
                .params(vatId, reseller.id())
                .update();
    }

    private void decide(String decision, Map<String, Object> more) {
        var answers = new java.util.HashMap<String, Object>(more);
        answers.put("vatIdDecision", decision);
        answers.put("evidence", "Letter of the tax office of 2025-03-01");
        deals.does(Deals.BILLING_CLERK, "userTask_clarifyVatId", charge, answers);
    }

    private List<Invoice> invoices() {
        return invoices.ofSubscription(subscription).stream()
                .map(number -> invoices.get(reseller.id(), number))
                .toList();
    }

    private String paper(Invoice invoice) throws IOException {
        var document = invoices.document(invoice.billTo(), invoice.number());
        try (var pdf = Loader.loadPDF(documents.content(document.id()))) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }
}
