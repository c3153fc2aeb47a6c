package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.commission.CompensationDocument;
import io.partnerflow.commission.Objection;
import io.partnerflow.commission.SetOff;
import io.partnerflow.commission.Statement;
import io.partnerflow.payments.Receivables;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import java.io.IOException;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PartnerflowTest
class StatementProcessTest extends CommissionTests {

    private static final String BY = "boss@example.org";

    @Autowired
    Receivables receivables;

    @Test
    void undisputedItIsBilledInTheResellersNameAndOwed() {
        invoice(lastMonth(), "10000.00");
        var sent = sentStatement();
        assertThat(sent.status()).isEqualTo(Statement.Status.SENT);
        assertThat(letters.about(sent.number())).containsExactly("statement-sent");

        var statement = undisputed(sent);

        process.hasEndedBy(
                statement.number(),
                "startEvent_statementDrawnUp",
                "event_disputePeriodOver",
                "serviceTask_settleStatement",
                "serviceTask_setOffOverdueInvoices",
                "serviceTask_oweTheRest",
                "serviceTask_sendCompensationDocument",
                "endEvent_compensationOwed");
        var document = billed(statement).document();
        assertThat(document.number()).matches("SB-\\d{4}-\\d{6}");
        assertThat(document.net()).isEqualTo(sek("5000.00"));
        assertThat(document.vat()).isEqualTo(sek("1250.00"));
        assertThat(document.gross()).isEqualTo(sek("6250.00"));
        assertThat(document.seller().name()).isEqualTo(reseller.name());
        assertThat(document.buyer().name()).isEqualTo("Northlight Software AB");
        assertThat(claims.of(document.number()).orElseThrow().amount()).isEqualTo(sek("6250.00"));
        assertThat(letters.about(document.number())).containsExactly("self-billed-invoice");
        assertThat(statement.status()).isEqualTo(Statement.Status.ISSUED);
    }

    @Test
    void tooLittleToPayOutIsCarriedAndStartsTheNextMonth() {
        invoice(lastMonth().minusMonths(1), "3000.00"); // 900.00, the threshold is 1,000.00
        runOfTheMonth();
        var first = statementsOf(reseller.id()).get(0);
        process.run(first, "serviceTask_sendStatement");
        undisputed(statement(first));

        process.hasEndedBy(first, "endEvent_amountCarried");
        assertThat(statement(first).status()).isEqualTo(Statement.Status.CARRIED);
        assertThat(statement(first).carryOut()).isEqualTo(sek("900.00"));
        assertThat(statements.billed(statement(first))).isEmpty();

        invoice(lastMonth(), "500.00"); // 100.00 more
        var second = sentStatement();

        assertThat(second.carryIn()).isEqualTo(sek("900.00"));
        assertThat(second.payable()).isEqualTo(sek("1000.00"));
        assertThat(billed(undisputed(second)).document().lines())
                .extracting(CompensationDocument.Line::net)
                .containsExactly(sek("100.00"), sek("900.00"));
    }

    /** HA-3; I04. */
    @Test
    void aNegativeMonthIsCarriedAndEatenByTheNext() {
        var invoice = invoice(lastMonth().minusMonths(2), "10000.00");
        creditNote(lastMonth().minusMonths(1), "10000.00", invoice);
        runOfTheMonth();
        var negative = statementsOf(reseller.id()).get(1);
        process.run(negative, "serviceTask_sendStatement");
        assertThat(undisputed(statement(negative)).carryOut()).isEqualTo(sek("-5000.00"));

        invoice(lastMonth(), "20000.00");
        var next = sentStatement();

        assertThat(next.carryIn()).isEqualTo(sek("-5000.00"));
        assertThat(next.payable()).isEqualTo(sek("5000.00"));
    }

    @Test
    void disputedAndUpheldItCountsAsTheResellerExpects() {
        var invoice = invoice(lastMonth(), "5000.00");
        var statement = sentStatement();
        disputes.dispute(reseller.id(), statement.number(), expecting(invoice, "2000.00"), BY);
        process.run(statement.number(), "event_statementDisputed");
        assertThat(statement(statement.number()).status()).isEqualTo(Statement.Status.DISPUTED);
        assertThat(process.factsOf(statement.number(), "userTask_decideDispute"))
                .containsEntry("claims", "%s: 2,000.00\u00a0SEK expected. wrong tier".formatted(invoice));

        decide(statement, "uphold", null);

        assertThat(statement(statement.number()).payable()).isEqualTo(sek("2000.00"));
        assertThat(letters.to(reseller.email())).startsWith("statement-sent", "statement-answered");
        process.run(statement.number(), "serviceTask_issueCompensationDocument");
        process.hasEndedBy(statement.number(), "serviceTask_applyDecision", "endEvent_compensationOwed");
        assertThat(billed(statement).document().net()).isEqualTo(sek("2000.00"));
    }

    @Test
    void correctedItCountsAsTheDeskSaysAndSaysWhy() {
        var invoice = invoice(lastMonth(), "5000.00");
        var statement = disputed();

        decide(statement, "correct", invoice + " = 1750.00");

        assertThat(statement(statement.number()).lines()).singleElement().satisfies(line -> {
            assertThat(line.amount()).isEqualTo(sek("1750.00"));
            assertThat(line.drawnUp()).isEqualTo(sek("1500.00"));
            assertThat(line.correction()).isEqualTo("We have looked into it.");
        });
    }

    @Test
    void rejectedItStands() {
        invoice(lastMonth(), "5000.00");
        var statement = disputed();

        decide(statement, "reject", null);

        assertThat(statement(statement.number()).payable()).isEqualTo(sek("1500.00"));
        assertThat(letters.latest(reseller.email(), "statement-answered"))
                .contains("The statement stands as it was", "We have looked into it.");
    }

    @Test
    void aDecisionThatCannotBeCarriedOutComesBackToTheDesk() {
        invoice(lastMonth(), "5000.00");
        var statement = disputed();

        decide(statement, "correct", "IN-2020-000001 = 5.00");

        process.hasPassed(statement.number(), "event_decisionUnusable");
        assertThat(process.factsOf(statement.number(), "userTask_decideDispute"))
                .containsEntry("problem", "%s has no line for IN-2020-000001.".formatted(statement.number()));
        decide(statement, "reject", null);
        process.hasPassed(statement.number(), "serviceTask_applyDecision");
    }

    @Test
    void itCanBeDisputedUntilTheEndOfTheSeventhDayAndNoLonger() {
        invoice(lastMonth(), "5000.00");
        var statement = sentStatement();

        assertThat(statement.disputeUntil()).isEqualTo(calendar.today().plusDays(7));
        assertThat(process.variable(statement.number(), "disputeDeadline"))
                .isEqualTo(Date.from(calendar.startOfDay(calendar.today().plusDays(8))));
        undisputed(statement);
        assertThatThrownBy(() ->
                        disputes.dispute(reseller.id(), statement.number(), new Objection("too little", List.of()), BY))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("statement-not-open");
    }

    @Test
    void anObjectionNeedsAReasonAndLinesThatAreThere() {
        invoice(lastMonth(), "5000.00");
        var statement = sentStatement();
        var objection = new Objection(" ", List.of(new Objection.Line("IN-1", "much", null)));

        assertThatThrownBy(() -> disputes.dispute(reseller.id(), statement.number(), objection, BY))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        bad -> assertThat(bad.fields())
                                .extracting(Invalid.Field::field)
                                .containsExactly("reason", "lines[0].document"));
        assertThatThrownBy(() -> disputes.dispute(customer.id(), statement.number(), objection, BY))
                .isInstanceOf(NotFound.class);
    }

    /** HA-4. */
    @Test
    void whatTheResellerItselfOwesIsSetOffFirst() {
        invoice(lastMonth(), "10000.00");
        var own = ownOverdueInvoice("4000.00");

        var statement = undisputed(sentStatement());

        assertThat(billed(statement).setOffs()).containsExactly(new SetOff(own, sek("4000.00")));
        assertThat(claims.of(billed(statement).document().number())
                        .orElseThrow()
                        .amount())
                .isEqualTo(sek("2250.00"));
        assertThat(receivables.of(own).orElseThrow().open().isZero()).isTrue();
    }

    @Test
    void thePaperSaysItIsSelfBilledAndCarriesTheMachineReadableDocument() throws IOException {
        invoice(lastMonth(), "10000.00");
        hasAnAccount();
        var document = billed(undisputed(sentStatement())).document();
        var paper = statements.billedPaper(reseller.id(), document.number());

        try (var pdf = Loader.loadPDF(documents.content(paper.id()))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\h", " "))
                    .contains("Self-billed invoice", document.number(), reseller.name(), "Northlight Software AB")
                    .contains("5,000.00", "1,250.00", "6,250.00", "50 % of 10,000.00 SEK");
            assertThat(pdf.getDocumentCatalog().getNames().getEmbeddedFiles().getNames())
                    .containsKey("factur-x.xml");
        }
    }

    private Statement disputed() {
        var statement = sentStatement();
        disputes.dispute(reseller.id(), statement.number(), new Objection("too little", List.of()), BY);
        process.run(statement.number(), "event_statementDisputed");
        return statement;
    }

    private static Objection expecting(String document, String amount) {
        return new Objection("wrong tier", List.of(new Objection.Line(document, amount, null)));
    }

    private void decide(Statement statement, String decision, String corrections) {
        var answers = new HashMap<String, Object>(
                Map.of("disputeDecision", decision, "disputeAnswer", "We have looked into it."));
        if (corrections != null) {
            answers.put("corrections", corrections);
        }
        process.complete(statement.number(), "userTask_decideDispute", answers);
    }

    private String ownOverdueInvoice(String gross) {
        var buyer = customer;
        customer = reseller;
        var number = issued("IN", "INVOICE", null, lastMonth().minusMonths(3), gross, null, "licence");
        customer = buyer;
        return number;
    }
}
