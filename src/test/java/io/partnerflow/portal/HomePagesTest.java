package io.partnerflow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.ResellerClient;
import io.partnerflow.TestIdentities;
import io.partnerflow.TestParties;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.NamedEmail;
import io.partnerflow.trials.TrialFields;
import io.partnerflow.trials.TrialManagement;
import io.partnerflow.trials.TrialPerson;
import io.partnerflow.trials.TrialWish;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where a reseller begins, and the lists and pages one click further. */
@PartnerflowTest
class HomePagesTest {

    private static final Pattern ORDER = Pattern.compile("OR-\\d{4}-\\d{6}");

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    TrialManagement trials;

    TestParties parties;
    Party reseller;
    ResellerClient anna;

    @BeforeEach
    void logIn() {
        parties = new TestParties(organisations, resellers);
        reseller = parties.reseller();
        anna = ResellerClient.of(port, users, reseller, Role.ADMIN);
    }

    @Test
    void onTheFirstDayItSaysHowToBegin() {
        assertThat(anna.get("/").headers().firstValue("Location").orElse("")).endsWith("/home");
        assertThat(anna.get("/home").body())
                .contains("Welcome", "/forms/customer", "Nothing waits for you", reseller.name())
                .doesNotContain("??", "<svg class=\"month-bars\"");
    }

    @Test
    void whatWaitsSaysSinceWhenAndHasOneButton() {
        var customer = parties.customerOf(reseller);
        var order = ordered(customer);

        var page = anna.get("/home").body();

        assertThat(page)
                .contains("Fill in the order form", "/forms/order/" + order, customer.name(), "One thing waits for you")
                .contains("Order started", "<svg class=\"month-bars\"", "<svg class=\"shares\"")
                .doesNotContain("??", "Welcome");
        var viewer = ResellerClient.of(port, users, reseller, Role.VIEW);
        assertThat(viewer.get("/home").body())
                .contains("Fill in the order form", "\"/orders/" + order)
                .doesNotContain("/forms/order/", "??");
    }

    @Test
    void nobodySeesWhatWaitsForAnother() {
        ordered(parties.customerOf(reseller));
        var other = ResellerClient.of(port, users, parties.reseller(), Role.ADMIN);
        assertThat(other.get("/home").body()).contains("Nothing waits for you").doesNotContain("OR-");
    }

    @Test
    void everySideOfACustomerHasAPageOfItsOwn() {
        var customer = parties.customerOf(reseller);
        var order = ordered(customer);
        for (var tab : List.of("", "/people", "/devices", "/contracts", "/documents", "/money", "/history")) {
            var page = anna.get("/customers/" + customer.id() + tab);
            assertThat(page.statusCode()).as(tab).isEqualTo(200);
            assertThat(page.body())
                    .as(tab)
                    .contains(
                            customer.name(),
                            "href=\"/customers/" + customer.id() + "/history\"",
                            "aria-current=\"page\"")
                    .doesNotContain("??");
        }
        assertThat(anna.get("/customers/" + customer.id() + "/contracts").body())
                .contains(order);
        assertThat(anna.get("/customers/" + customer.id() + "/nothing").statusCode())
                .isEqualTo(404);
        var stranger = ResellerClient.of(port, users, parties.reseller(), Role.ADMIN);
        assertThat(stranger.get("/customers/" + customer.id() + "/documents").statusCode())
                .isEqualTo(404);
    }

    @Test
    void trialsAreListedAndTakenAway() {
        assertThat(anna.get("/trials").body()).contains("No trials yet", "/forms/trial");
        var customer = parties.customerOf(reseller);
        var number = trials.start(
                new TrialWish(
                        "licence",
                        reseller.id(),
                        customer.id(),
                        "housing-association",
                        List.of(new TrialPerson(
                                new NamedEmail("Bo", EmailAddress.of(TestIdentities.email("bo"))), "en")),
                        new NamedEmail("Maria", EmailAddress.of("maria@reseller.example"))),
                TrialFields.API);

        assertThat(anna.get("/trials").body())
                .contains(number, customer.name(), "?format=csv")
                .doesNotContain("??");
        assertThat(anna.get("/trials?stage=running&search=" + number).body()).contains(number);
        assertThat(anna.get("/trials?stage=deleted").body())
                .contains("No trial like this")
                .doesNotContain(number);
        assertThat(anna.get("/trials?sort=shoe-size").statusCode()).isEqualTo(400);
        var file = anna.get("/trials?format=csv");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("attachment", "trials-");
        assertThat(file.body()).contains(number, customer.name(), "\"Last day\"");
        assertThat(anna.get("/trials?format=pdf").statusCode()).isEqualTo(404);
    }

    @Test
    void everyListIsAFileToo() {
        var customer = parties.customerOf(reseller);
        for (var list : List.of("customers", "offers", "shipments", "devices", "returns", "trials")) {
            for (var format : List.of("csv", "xlsx")) {
                var file = anna.get("/" + list + "?format=" + format);
                assertThat(file.statusCode()).as(list).isEqualTo(200);
                assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                        .as(list)
                        .contains("attachment", "." + format);
            }
        }
        assertThat(anna.get("/customers?format=csv").body()).contains(customer.name(), "Prepared");
        assertThat(anna.get("/customers?format=csv&search=nobody-is-called-so").body())
                .doesNotContain(customer.name());
        assertThat(anna.get("/customers?tab=prepared").body()).contains("/customers?tab=prepared&amp;format=xlsx");
        assertThat(anna.get("/customers?tab=prepared&place=SE:Stockholm").body())
                .contains(customer.name(), "/customers?tab=prepared&amp;place=SE%3AStockholm&amp;format=csv");
        assertThat(anna.get("/customers?tab=prepared&place=NO").body())
                .doesNotContain(customer.name())
                .contains("Nobody here fits");
        assertThat(anna.get("/customers?format=csv&place=NO").body()).doesNotContain(customer.name());
    }

    @Test
    void whoSavesSecondIsToldWhatTheFirstHasChanged() {
        var customer = parties.customerOf(reseller);
        var address = "/customers/" + customer.id() + "/data";
        assertThat(anna.get(address).body())
                .contains("name=\"registrationNumber\"")
                .doesNotContain("??");

        var first = data(customer, 0);
        first.put("address.city", "Uppsala");
        assertThat(anna.submitAgain(address, first).statusCode()).isEqualTo(302);
        assertThat(organisations.get(customer.id()).address().city()).isEqualTo("Uppsala");

        var second = data(customer, 0);
        second.put("name", "Eken & Co");
        var told = anna.submitAgain(address, second);
        assertThat(told.statusCode()).isEqualTo(422);
        assertThat(told.body())
                .contains("Somebody else has changed these data", "<dd>Uppsala</dd>", "value=\"Eken &amp; Co\"")
                .contains("name=\"address.city\" value=\"Uppsala\"", "name=\"version\" value=\"1\"")
                .doesNotContain("??");
        assertThat(organisations.get(customer.id()).name()).isEqualTo(customer.name());

        second.put("version", "1");
        second.put("address.city", "Uppsala");
        assertThat(anna.submitAgain(address, second).statusCode()).isEqualTo(302);
        assertThat(organisations.get(customer.id()).name()).isEqualTo("Eken & Co");
    }

    @Test
    void theNumberStaysOnceSomethingIsOrdered() {
        var customer = parties.customerOf(reseller);
        var address = "/customers/" + customer.id() + "/data";
        var wrong = data(customer, 0);
        wrong.put("registrationNumber", "556000-0000");
        assertThat(anna.submitAgain(address, wrong).body())
                .contains("id=\"registrationNumber-problem\"", "value=\"556000-0000\"");

        ordered(customer);
        assertThat(anna.get(address).body()).contains("they stay as they are").doesNotContain("??");
        var other = data(customer, 0);
        other.put("registrationNumber", TestIdentities.company().number());
        other.put("email", "new@example.org");
        assertThat(anna.submitAgain(address, other).statusCode()).isEqualTo(302);
        assertThat(organisations.get(customer.id()).registrationNumber()).isEqualTo(customer.registrationNumber());
        assertThat(organisations.get(customer.id()).email()).isEqualTo("new@example.org");

        var stranger = ResellerClient.of(port, users, parties.reseller(), Role.ADMIN);
        assertThat(stranger.get(address).statusCode()).isEqualTo(404);
        assertThat(stranger.submitAgain(address, other).statusCode()).isEqualTo(404);
    }

    private static LinkedHashMap<String, String> data(Party customer, long version) {
        var values = new LinkedHashMap<>(TypedCustomer.of(customer).values());
        TypedCustomer.of(customer).values().forEach((field, value) -> values.put("was." + field, value));
        values.put("version", String.valueOf(version));
        return values;
    }

    private String ordered(Party customer) {
        var answers = new LinkedHashMap<String, String>();
        answers.put("programme", "licence");
        answers.put("customer", customer.id().toString());
        answers.put("product", "planning-licence");
        answers.put("quantity", "10");
        answers.put("termMonths", "12");
        answers.put("signatoryName", "Sigrid Sten");
        answers.put("signatoryEmail", "sigrid@example.org");
        var sent = anna.submit("/forms/order-start/" + customer.id(), answers);
        var found = ORDER.matcher(sent.headers().firstValue("Location").orElse(sent.body()));
        assertThat(found.find()).as(sent.body()).isTrue();
        return found.group();
    }
}
