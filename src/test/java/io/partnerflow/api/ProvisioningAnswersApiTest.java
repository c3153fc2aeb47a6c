package io.partnerflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.ApiClient;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.Staff;
import io.partnerflow.StaffBrowser;
import io.partnerflow.TestIdentities;
import io.partnerflow.TestParties;
import io.partnerflow.TestPurchase;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.accounts.Accounts;
import io.partnerflow.accounts.NewAccount;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.processes.ProcessDriver;
import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.NamedEmail;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.web.StaffListener;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The order desk has asked about an account: the reseller's answer over HTTP, and who at the vendor may look. */
@PartnerflowTest
class ProvisioningAnswersApiTest {

    private static final String CREATE = "serviceTask_createCustomerAccount";
    private static final String CLARIFY = "userTask_clarifyProvisioning";

    @LocalServerPort
    int port;

    @Autowired
    StaffListener door;

    @Autowired
    IdentityService identity;

    @Autowired
    Users users;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    OrderManagement management;

    @Autowired
    Accounts accounts;

    @Autowired
    ProcessDriver process;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    JdbcClient database;

    TestParties parties;
    String order;
    String path;
    ApiClient anna;

    @BeforeEach
    void ask() {
        parties = new TestParties(organisations, resellers);
        var reseller = parties.resellerOf("seats", "20");
        var customer = parties.customerOf(reseller);
        takeAddressOf(customer);
        order = management.place(
                TestPurchase.ofSeats(reseller, customer, calendar.today())
                        .with("air-monitor-seat", 10)
                        .wanted(),
                OrderFields.API);
        path = "/api/v1/orders/" + order + "/provisioning-answer";
        anna = ApiClient.of(port, users, reseller, Role.ORDER);
        process.runAll(order, "gateway_bothThere");
        process.run(order, CREATE);
        process.complete(order, CLARIFY, Map.of("provisioningDecision", "ask", "question", "Who shall log in first?"));
    }

    @Test
    void anotherFirstUserIsNamedAndTheOrderGoesOnOnce() {
        var olof = TestIdentities.email("olof");
        var body = "{\"answer\": \"Take Olof.\", \"email\": \"%s\", \"name\": \"Olof Ny\"}".formatted(olof);

        var answer = anna.post(path, body, "answer-" + order);

        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(202);
        assertThat(answer.raw().headers().firstValue("Location")).hasValue("/api/v1/orders/" + order);
        assertThat(answer.body().get("milestones"))
                .extracting(one -> one.get("name").asText())
                .contains("account-answered");
        assertThat(anna.post(path, body, "answer-" + order).status()).isEqualTo(202);
        var again = anna.post(path, body);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("provisioning-not-asked");

        process.run(order, "receiveTask_awaitResellerAnswer");
        process.run(order, CREATE);
        process.run(order, "serviceTask_markReseller");
        process.hasPassed(order, "endEvent_accountProvisioned");
        assertThat(database.sql("SELECT email FROM account_user WHERE reference = ?")
                        .param(order)
                        .query(String.class)
                        .list())
                .containsExactly(olof);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | answer",
                "{\"answer\": \" \"} | answer",
                "{\"answer\": \"Yes.\", \"email\": \"olof\"} | email",
            })
    void anAnswerThatSaysNothingIsRefusedAtItsFieldAndTheQuestionStays(String body, String field) {
        var refused = anna.post(path, body);

        assertThat(refused.status()).as(refused.raw().body()).isEqualTo(422);
        assertThat(refused.body().get("errors"))
                .extracting(error -> error.get("field").asText())
                .containsExactly(field);
        assertThat(process.waitsAt(order)).contains("receiveTask_awaitResellerAnswer");
    }

    @Test
    void nobodyElseAnswersAndNobodyElseKnows() {
        var other = ApiClient.of(port, users, parties.resellerOf("seats", "20"), Role.ORDER);

        assertThat(other.post(path, "{\"answer\": \"Me.\"}").status()).isEqualTo(404);
        assertThat(process.waitsAt(order)).contains("receiveTask_awaitResellerAnswer");
    }

    @Test
    void theOrderDeskAndManagersReadEveryTryAndOtherDesksDoNot() {
        for (var desk : List.of("order-desk", "managers")) {
            var reader = browser(desk);
            assertThat(reader.get("/staff/provisioning/" + order).body())
                    .contains(order, "Set up the account")
                    .doesNotContain("??");
            assertThat(reader.get("/staff/provisioning").body()).contains(order);
        }
        for (var desk : List.of("partner-managers", "contracts", "credit", "logistics", "billing")) {
            var other = browser(desk);
            assertThat(other.get("/staff/provisioning").statusCode()).as(desk).isEqualTo(403);
            assertThat(other.get("/staff/provisioning/" + order).statusCode())
                    .as(desk)
                    .isEqualTo(403);
        }
    }

    private void takeAddressOf(Party customer) {
        var stranger = parties.organisation();
        accounts.open(new NewAccount(
                "TEST-" + customer.id().toString().substring(0, 12),
                stranger.id(),
                stranger.name(),
                "Storgatan 2",
                List.of(new NamedEmail("", EmailAddress.of(customer.email()))),
                List.of()));
    }

    private StaffBrowser browser(String desk) {
        new Staff(identity).hire("at-" + desk, desk);
        var browser = new StaffBrowser(door.port());
        browser.login("at-" + desk, Staff.PASSWORD);
        return browser;
    }
}
