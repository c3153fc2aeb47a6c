package io.partnerflow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.ResellerClient;
import io.partnerflow.TestParties;
import io.partnerflow.TestSeats;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.Subscriptions;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The lists of orders and contracts: tabs, filters, what can be done about a row. */
@PartnerflowTest
class ContractListsTest {

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Users users;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    OrderManagement management;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    VendorCalendar calendar;

    @Test
    void anOrderThatWaitsForItsResellerComesFirstAndSaysForWhat() {
        var parties = new TestParties(organisations, resellers);
        var reseller = parties.reseller();
        var customer = parties.customerOf(reseller);
        var anna = ResellerClient.of(port, users, reseller, Role.ORDER);
        var sent = anna.submit(
                "/forms/order-start/" + customer.id(),
                new HashMap<>(Map.of(
                        "programme", "licence",
                        "customer", customer.id().toString(),
                        "product", "planning-licence",
                        "quantity", "10",
                        "termMonths", "12",
                        "signatoryName", "Sigrid Sten",
                        "signatoryEmail", "sigrid@example.org")));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);

        assertThat(page(anna, "/orders"))
                .contains("Waiting for you", "Fill in the order form · until", customer.name())
                .contains("href=\"/orders?search=&amp;programme=&amp;period=&amp;tab=waiting\" aria-current=\"page\"");
        assertThat(page(anna, "/orders?tab=open&programme=licence&period=this-month"))
                .contains(customer.name());
        assertThat(page(anna, "/orders?tab=all&period=last-year")).contains("No such order", "Clear filters");
        assertThat(page(anna, "/orders?tab=completed")).contains("No order is completed yet");
        assertThat(anna.get("/orders?tab=open&format=csv").body()).contains(customer.name(), "Form awaited");
        assertThat(anna.get("/orders?tab=nonsense").statusCode()).isEqualTo(404);
        assertThat(anna.get("/orders?period=nonsense").statusCode()).isEqualTo(404);
        assertThat(anna.get("/orders?programme=nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void contractsAreListedWithTheDaysThatMatter() {
        var seats = new TestSeats(organisations, resellers, management, engine);
        var reseller = seats.reseller();
        var anna = ResellerClient.of(port, users, reseller, Role.VIEW);
        assertThat(page(anna, "/subscriptions")).contains("No subscriptions yet");
        var customer = seats.customerOf(reseller);
        var number = contract(seats, reseller, customer);

        var contract = subscriptions.get(number);
        assertThat(page(anna, "/subscriptions"))
                .contains(
                        number,
                        customer.name(),
                        "20 × ",
                        "Renews on " + contract.deadlines().renewalDate())
                .contains(contract.deadlines().lastDayForNotice().toString());
        for (var sort : new String[] {"-number", "renewal", "nextInvoice", "customer"}) {
            assertThat(page(anna, "/subscriptions?tab=running&sort=" + sort)).contains(number);
        }
        assertThat(page(anna, "/subscriptions?search=" + customer.name().substring(0, 6)))
                .contains(number);
        assertThat(page(anna, "/subscriptions?tab=all&programme=hosting")).contains("No such subscription");
        assertThat(page(anna, "/subscriptions?tab=ending")).contains("No contract is about to end");
        assertThat(anna.get("/subscriptions?format=csv").body()).contains(number, "20 × ", customer.name());
        assertThat(anna.bytes("/subscriptions?format=xlsx").statusCode()).isEqualTo(200);
        assertThat(anna.get("/subscriptions?sort=nonsense").statusCode()).isEqualTo(404);
        var other = ResellerClient.of(port, users, seats.reseller(), Role.VIEW);
        assertThat(page(other, "/subscriptions?tab=all")).doesNotContain(number);
    }

    private String contract(TestSeats seats, Party reseller, Party customer) {
        var order = seats.ordered(reseller, customer, calendar.today(), Map.of("space-monitor-seat", 20));
        return subscriptions.ofOrder(order).orElseThrow().number();
    }

    private static String page(ResellerClient client, String path) {
        var answer = client.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("??");
        return answer.body();
    }
}
