package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.customers.CustomerFilter;
import io.partnerflow.customers.CustomerState;
import io.partnerflow.customers.Customers;
import io.partnerflow.shared.Paging;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is kept for lists says what it was made of, whatever all tests before have written. */
@PartnerflowTest
class ListsKeptTest extends OrderTests {

    @Autowired
    Customers customers;

    @ParameterizedTest
    @CsvSource({
        "listed_customer, customer_to_list",
        "listed_deadline, deadline_to_list",
        "listed_invoice, invoice_to_list",
    })
    void aListAgreesWithWhatItIsMadeOf(String kept, String made) {
        assertThat(rows("TABLE %s EXCEPT TABLE %s".formatted(kept, made))).isEmpty();
        assertThat(rows("TABLE %s EXCEPT TABLE %s".formatted(made, kept))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer_order",
                "offer",
                "subscription",
                "trial",
                "shipment",
                "device",
                "device_return",
                "compensation_statement"
            })
    void aRowIsFoundByWhatItSays(String table) {
        assertThat(rows("SELECT t.search, words_of(t) FROM %s t WHERE t.search <> words_of(t)".formatted(table)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT s.number FROM subscription s, revenue_of(s) r WHERE (s.listed_sold, s.listed_discount, s.listed_currency)"
                        + " IS DISTINCT FROM (r.sold, r.discount, r.currency)",
                "SELECT m.id FROM order_milestone m JOIN customer_order o ON o.number = m.order_number"
                        + " WHERE m.reseller_id <> o.reseller_id",
                "SELECT p.reference FROM payment p JOIN invoice i ON i.number = p.invoice WHERE p.payer <> i.bill_to"
            })
    void whatARowHasFromOthersIsWhatTheySay(String wrong) {
        assertThat(rows(wrong)).isEmpty();
    }

    @Test
    void aCustomerWithAnotherNameIsFoundByIt() {
        trialInUse();
        database.sql("UPDATE organisation SET name = 'Ångbåten Östra 77 AB' WHERE id = ?")
                .param(customer.id())
                .update();
        for (var search : new String[] {"ångbåt", "ÖSTRA ång", "77 ab", "ö"}) {
            assertThat(customers
                            .of(
                                    reseller.id(),
                                    CustomerFilter.all().in(CustomerState.TRIAL),
                                    new Paging(0, 10, null, search))
                            .total())
                    .as(search)
                    .isEqualTo(1);
        }
        assertThat(customers
                        .of(reseller.id(), CustomerFilter.all(), new Paging(0, 10, null, "ngbåt sjö"))
                        .total())
                .as("every word has to be there")
                .isZero();
    }

    private List<Map<String, Object>> rows(String question) {
        return database.sql(question).query().listOfRows();
    }
}
