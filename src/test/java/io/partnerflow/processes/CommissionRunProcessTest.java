package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.commission.Statement;
import java.math.BigDecimal;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@PartnerflowTest
class CommissionRunProcessTest extends CommissionTests {

    @Autowired
    HistoryService history;

    @Test
    void whenTheMonthIsOverAStatementIsDrawnUpWithOneLineForEachDocument() {
        var first = invoice(lastMonth(), "1000.00");
        var last = invoice(lastMonth().plusMonths(1).minusDays(1), "250.50");
        invoice(lastMonth().plusMonths(1), "999.00"); // the month after

        var statement = sentStatement();

        assertThat(statement.monthNet()).isEqualTo(sek("1250.50"));
        assertThat(statement.lines()).extracting(Statement.Line::document).containsExactly(first, last);
        assertThat(statement.lines()).extracting(Statement.Line::amount).containsExactly(sek("200.00"), sek("50.10"));
        assertThat(statement.lines().get(0).formula()).isEqualTo("20\u00a0% of 1,000.00\u00a0SEK");
        assertThat(statement.lines().get(0).customerName()).isEqualTo(customer.name());
        assertThat(endsOfTheLastRun()).contains("endEvent_allStatementsDrawnUp");
    }

    /** HA-1; vectors I20 to I24. */
    @ParameterizedTest
    @CsvSource({
        "399.99, 0, 0.00",
        "400.00, 20, 80.00",
        "1999.99, 20, 400.00",
        "2000.00, 30, 600.00",
        "9999.99, 30, 3000.00",
        "10000.00, 50, 5000.00",
    })
    void theRateOfTheMonthHoldsForItsWholeAmount(String net, String rate, String earned) {
        invoice(lastMonth().plusDays(3), net);

        var statement = sentStatement();

        assertThat(statement.rate().toString()).isEqualTo(rate);
        assertThat(statement.monthTotal()).isEqualTo(sek(earned));
    }

    @Test
    void aDocumentEarnsOnceHoweverOftenTheRunComes() {
        invoice(lastMonth(), "5000.00");

        runOfTheMonth();
        runOfTheMonth();
        runOfTheMonth();

        assertThat(statementsOf(reseller.id())).hasSize(1);
        var line =
                "INSERT INTO compensation_line SELECT statement, position + 1, document, document_kind, document_date, "
                        + "counts_on, customer_name, net, rate, amount, formula FROM compensation_line WHERE statement = ?";
        assertThatThrownBy(() -> database.sql(line)
                        .param(statementsOf(reseller.id()).get(0))
                        .update())
                .hasMessageContaining("compensation_line_document_key");
    }

    /** I02. */
    @Test
    void aCreditNoteOfTheSameMonthCancelsItsInvoiceExactly() {
        invoice(lastMonth(), "1000.00");
        var wrong = invoice(lastMonth().plusDays(9), "250.50");
        creditNote(lastMonth().plusDays(19), "250.50", wrong);

        var statement = sentStatement();

        assertThat(statement.lines())
                .extracting(Statement.Line::amount)
                .containsExactly(sek("200.00"), sek("50.10"), sek("-50.10"));
        assertThat(statement.monthTotal()).isEqualTo(sek("200.00"));
    }

    /** C-16: whatever tier its own month falls into, a credit note takes back what its invoice has earned. */
    @Test
    void aCreditNoteOfALaterMonthHasTheRateItsInvoiceHasEarnedAt() {
        var invoice = invoice(lastMonth().minusMonths(1), "10000.00");
        creditNote(lastMonth(), "4000.00", invoice);

        var statement = sentStatement();

        assertThat(statement.rate().isZero()).isTrue();
        assertThat(statement.monthTotal()).isEqualTo(sek("-2000.00"));
        assertThat(statement.carryOut()).isEqualTo(sek("-2000.00"));
        assertThat(statement.payable()).isEqualTo(sek("0.00"));
        assertThat(statement.lines().get(0).formula())
                .isEqualTo("50\u00a0% of -4,000.00\u00a0SEK, the rate invoice " + invoice + " has earned at");
    }

    /** HA-9. */
    @Test
    void aCreditNoteBelongsToWhomItsInvoiceHasEarnedFor() {
        var invoice = invoice(lastMonth().minusMonths(1), "5000.00");
        issued("CN", "CREDIT_NOTE", invoice, lastMonth(), "1000.00", null, "hosting");

        assertThat(sentStatement().monthTotal()).isEqualTo(sek("-300.00"));
    }

    @Test
    void whatEarnsNobodyAnythingIsLeftAlone() {
        issued("IN", "INVOICE", null, lastMonth(), "5000.00", null, "hosting");
        issued("IN", "INVOICE", null, lastMonth(), "5000.00", reseller, "licence");

        runOfTheMonth();

        assertThat(statementsOf(reseller.id())).isEmpty();
    }

    @Test
    void monthsThatWereMissedAreMadeUpOneByOne() {
        invoice(lastMonth().minusMonths(2), "2000.00");
        invoice(lastMonth().minusMonths(1), "500.00");
        invoice(lastMonth(), "10000.00");

        runOfTheMonth();

        assertThat(database.sql("SELECT rate FROM compensation_statement WHERE reseller_id = ? ORDER BY month")
                        .param(reseller.id())
                        .query(BigDecimal.class)
                        .list())
                .extracting(rate -> rate.intValueExact())
                .containsExactly(30, 20, 50);
    }

    @Test
    void whatComesLateForAMonthThatHasItsStatementCountsInTheNext() {
        invoice(lastMonth().minusMonths(1), "2000.00");
        runOfTheMonth();
        var late = invoice(lastMonth().minusMonths(1), "400.00");

        var statement = sentStatement();

        assertThat(statement.month().atDay(1)).isEqualTo(lastMonth());
        assertThat(statement.lines()).extracting(Statement.Line::document).containsExactly(late);
        assertThat(statement.monthTotal()).isEqualTo(sek("80.00"));
    }

    private List<String> endsOfTheLastRun() {
        return history
                .createHistoricActivityInstanceQuery()
                .processDefinitionId(history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey("commission-run")
                        .orderByProcessInstanceStartTime()
                        .desc()
                        .listPage(0, 1)
                        .get(0)
                        .getProcessDefinitionId())
                .finished()
                .list()
                .stream()
                .map(activity -> activity.getActivityId())
                .toList();
    }
}
