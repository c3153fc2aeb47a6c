package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.commission.CompensationDocument;
import io.partnerflow.commission.Statement;
import io.partnerflow.commission.Statements;
import io.partnerflow.commission.Withdrawals;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PartnerflowTest
class StatementWithdrawalProcessTest extends CommissionTests {

    @Autowired
    Withdrawals withdrawals;

    @Test
    void takenBackForGoodTheCreditCancelsTheDocumentExactly() throws IOException {
        hasAnAccount();
        invoice(lastMonth(), "10000.00");
        var statement = undisputed(sentStatement());
        var billed = billed(statement).document();

        withdrawals.withdraw(billed.number(), "wrong reseller", "", "bengt");
        process.run(statement.number(), "serviceTask_issueCompensationCredit");

        process.hasEndedBy(statement.number(), "serviceTask_sendCompensationCredit", "endEvent_compensationWithdrawn");
        var credit = billed(statement).document();
        assertThat(credit.kind()).isEqualTo(CompensationDocument.Kind.SELF_BILLED_CREDIT);
        assertThat(credit.number()).matches("SC-\\d{4}-\\d{6}");
        assertThat(credit.credits()).isEqualTo(billed.number());
        assertThat(credit.gross()).isEqualTo(billed.gross());
        assertThat(claims.of(credit.number()).orElseThrow().amount())
                .isEqualTo(billed.gross().negate());
        assertThat(statement(statement.number()).status()).isEqualTo(Statement.Status.WITHDRAWN);
        assertThat(letters.latest(reseller.email(), "self-billed-credit")).contains("wrong reseller", billed.number());
        assertThat(statements.billedPaper(reseller.id(), credit.number()).fileName())
                .contains(credit.number());
        handToValidators(billed, null, "from-a-statement");
        handToValidators(credit, billed.issueDate(), "from-a-withdrawal");
    }

    @Test
    void takenBackToBeCorrectedItIsBilledAnewWithTheNewAmounts() {
        var invoice = invoice(lastMonth(), "10000.00");
        var statement = undisputed(sentStatement());
        var first = billed(statement).document().number();

        withdrawals.withdraw(first, "a line was wrong", invoice + " = 4000.00", "bengt");
        process.run(statement.number(), "serviceTask_issueCompensationCredit");
        process.run(statement.number(), "serviceTask_issueCompensationDocument");

        process.hasEndedBy(statement.number(), "endEvent_correctedCompensationOwed");
        assertThat(statements.billed(statement))
                .extracting(Statements.Billed::document)
                .extracting(CompensationDocument::net)
                .containsExactly(sek("5000.00"), sek("5000.00"), sek("4000.00"));
        assertThat(statement(statement.number()).status()).isEqualTo(Statement.Status.ISSUED);
        assertThat(claims.open())
                .filteredOn(open -> open.organisation().equals(reseller.id()))
                .singleElement()
                .satisfies(open -> assertThat(open.amount()).isEqualTo(sek("5000.00"))); // 4,000.00 and 25 % VAT
    }

    @Test
    void aDocumentIsTakenBackOnce() {
        invoice(lastMonth(), "10000.00");
        var statement = undisputed(sentStatement());
        var number = billed(statement).document().number();
        withdrawals.withdraw(number, "wrong", "", "bengt");

        assertThatThrownBy(() -> withdrawals.withdraw(number, "wrong again", "", "bengt"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("document-withdrawn");
    }

    @Test
    void itNeedsAReasonAndCorrectionsThatLeaveSomething() {
        var invoice = invoice(lastMonth(), "10000.00");
        var number = billed(undisputed(sentStatement())).document().number();

        assertThatThrownBy(() -> withdrawals.withdraw(number, " ", "", "bengt")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> withdrawals.withdraw(number, "wrong", invoice + " = 0.00", "bengt"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("corrections-leave-nothing");
        assertThatThrownBy(() -> withdrawals.withdraw(number, "wrong", "5", "bengt"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("corrections-unusable");
    }
}
