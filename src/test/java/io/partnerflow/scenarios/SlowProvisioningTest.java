package io.partnerflow.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.TestParties;
import io.partnerflow.TestPurchase;
import io.partnerflow.accounts.Accounts;
import io.partnerflow.accounts.Attempt;
import io.partnerflow.accounts.CallBacks;
import io.partnerflow.accounts.ProvisionedElsewhere;
import io.partnerflow.accounts.ProvisioningServer;
import io.partnerflow.accounts.ProvisioningServer.Mood;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.orders.OrderProgress;
import io.partnerflow.orders.OrderWait;
import io.partnerflow.orders.Orders;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Resellers;
import io.partnerflow.processes.ProcessDriver;
import io.partnerflow.shared.VendorCalendar;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A provisioning system that needs longer and calls back: too early, twice, in the wrong order, never (FT-07). */
class SlowProvisioningTest extends ProvisionedElsewhere {

    private static final String CREATE = "serviceTask_createCustomerAccount";
    private static final String AWAIT = "receiveTask_awaitProvisioningSystem";
    private static final String NEXT_QUESTION = "event_nextQuestion";
    private static final String CLARIFY = "userTask_clarifyProvisioning";

    @LocalServerPort
    int port;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    OrderManagement management;

    @Autowired
    Orders orders;

    @Autowired
    OrderProgress progress;

    @Autowired
    Accounts accounts;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    ProcessDriver process;

    @Autowired
    JdbcClient database;

    CallBacks system;

    @BeforeEach
    void knowTheDoor() {
        system = new CallBacks(port);
        SYSTEM.callsBack(key -> {});
    }

    @Test
    void theOrderWaitsByNameUntilTheSystemCallsBack() {
        var order = ordered();
        SYSTEM.next(Mood.TAKES_ITS_TIME);
        process.run(order, CREATE);

        assertThat(process.waitsAt(order)).contains(AWAIT);
        assertThat(progress.waits(orders.get(order).reseller(), order))
                .extracting(OrderWait::party, OrderWait::what)
                .containsExactly(org.assertj.core.api.Assertions.tuple(OrderWait.Party.HOUSE, "account-system"));

        assertThat(system.accountMade(order).statusCode()).isEqualTo(204);
        assertThat(system.accountMade(order).statusCode())
                .as("the same once more")
                .isEqualTo(204);
        process.run(order, AWAIT);
        process.run(order, CREATE);
        process.run(order, "serviceTask_markReseller");

        process.hasPassed(order, "endEvent_accountProvisioned");
        assertThat(accounts.find(order))
                .hasValueSatisfying(
                        account -> assertThat(account.systemId()).isEqualTo(ProvisioningServer.idOf(order)));
        assertThat(SYSTEM.keysAbout(order)).containsExactly(order, order + "/reseller/" + order);
    }

    @Test
    void aCallBackThatComesBeforeTheRequestIsAnsweredIsNotLost() {
        var order = ordered();
        SYSTEM.callsBack(key -> assertThat(system.accountMade(key).statusCode()).isEqualTo(204));
        SYSTEM.next(Mood.CALLS_BACK_BEFORE_IT_ANSWERS);

        process.run(order, CREATE);
        process.run(order, "serviceTask_markReseller");

        process.hasPassed(order, "endEvent_accountProvisioned");
        process.hasNotPassed(order, AWAIT);
        assertThat(SYSTEM.accountsOf(order)).isEqualTo(1);
    }

    @Test
    void whatComesInTheWrongOrderTakesNothingBack() {
        var order = ordered();
        SYSTEM.next(Mood.TAKES_ITS_TIME);
        process.run(order, CREATE);

        system.accountMade(order);
        assertThat(system.failed(order, "the first try broke off", false).statusCode())
                .isEqualTo(204);
        process.run(order, AWAIT);
        process.run(order, CREATE);

        assertThat(accounts.find(order)).isPresent();
        assertThat(accounts.attemptsFor(order))
                .filteredOn(attempt -> attempt.action().equals("create-account"))
                .extracting(Attempt::outcome)
                .containsExactly("done");
    }

    @Test
    void whatCannotBeDoneAtAllComesToTheDesk() {
        var order = ordered();
        SYSTEM.next(Mood.TAKES_ITS_TIME);
        process.run(order, CREATE);

        system.failed(order, "No licence left in this region", true);
        process.run(order, AWAIT);
        process.run(order, CREATE);

        assertThat(process.factsOf(order, CLARIFY))
                .hasEntrySatisfying(
                        "explanation", words -> assertThat((String) words).contains("No licence left in this region"));
        assertThat(SYSTEM.keysAbout(order)).as("asked once").hasSize(1);
    }

    @Test
    void aSystemThatNeverCallsBackIsAskedHowFarItIs() {
        var order = ordered();
        SYSTEM.next(Mood.TAKES_ITS_TIME);
        process.run(order, CREATE);

        process.fire(order, NEXT_QUESTION);
        process.run(order, CREATE);
        assertThat(process.waitsAt(order)).as("still at it").contains(AWAIT);
        SYSTEM.says(order, """
                {"state": "done", "id": "acc-%s", "loginAddress": "https://product.example/x"}""".formatted(order));
        process.fire(order, NEXT_QUESTION);
        process.run(order, CREATE);
        process.run(order, "serviceTask_markReseller");

        process.hasPassed(order, "endEvent_accountProvisioned");
        assertThat(SYSTEM.keysAbout(order)).containsExactly(order, order + "/reseller/" + order);
    }

    @Test
    void aSystemThatNeedsLongerThanAllowedComesToTheDesk() {
        var order = ordered();
        SYSTEM.next(Mood.TAKES_ITS_TIME);
        process.run(order, CREATE);
        database.sql("UPDATE provisioning_attempt SET asked_at = asked_at - interval '3 days' WHERE case_number = ?")
                .param(order)
                .update();

        process.fire(order, NEXT_QUESTION);
        process.run(order, CREATE);

        assertThat(process.factsOf(order, CLARIFY))
                .hasEntrySatisfying(
                        "explanation", words -> assertThat((String) words).contains("48 hours"));
    }

    @Test
    void aCallBackThatIsNotSignedAsAgreedIsNotBelieved() {
        var order = ordered();
        SYSTEM.next(Mood.TAKES_ITS_TIME);
        process.run(order, CREATE);
        var body = "{\"key\": \"%s\", \"state\": \"done\"}".formatted(order);

        assertThat(system.send(body, Instant.now(), "another secret").statusCode())
                .isEqualTo(401);
        assertThat(system.send(body, Instant.now().minus(Duration.ofMinutes(6)), secret())
                        .statusCode())
                .isEqualTo(401);
        assertThat(system.send(body, Instant.now().plus(Duration.ofMinutes(6)), secret())
                        .statusCode())
                .isEqualTo(401);
        assertThat(process.waitsAt(order)).contains(AWAIT);
        assertThat(accounts.find(order)).isEmpty();
    }

    @Test
    void aCallBackThatSaysNothingUsableChangesNothing() {
        var order = ordered();
        SYSTEM.next(Mood.TAKES_ITS_TIME);
        process.run(order, CREATE);

        assertThat(system.send("{\"key\": \"OR-1999-1\", \"state\": \"done\"}").statusCode())
                .isEqualTo(404);
        assertThat(system.send("{\"key\": \"%s\", \"state\": \"done\"}".formatted(order))
                        .statusCode())
                .as("an account was wanted")
                .isEqualTo(422);
        assertThat(system.send("{\"state\": \"well\"}").body()).contains("\"key\"", "\"state\"");
        assertThat(system.send(
                                "{\"key\": \"%s\", \"state\": \"done\", \"account\": {\"id\": \"a\", \"loginAddress\": \"javascript:alert(1)\"}}"
                                        .formatted(order))
                        .statusCode())
                .isEqualTo(422);
        assertThat(system.send("[").statusCode()).isEqualTo(400);
        assertThat(system.send("null").statusCode()).isEqualTo(400);
        assertThat(system.send("x".repeat(70_000)).statusCode()).isEqualTo(413);
        assertThat(process.waitsAt(order)).contains(AWAIT);
    }

    private static String secret() {
        return io.partnerflow.accounts.TestAccounts.SECRET;
    }

    private String ordered() {
        var parties = new TestParties(organisations, resellers);
        var reseller = parties.resellerOf("seats", "20");
        var order = management.place(
                TestPurchase.ofSeats(reseller, parties.customerOf(reseller), calendar.today())
                        .with("air-monitor-seat", 10)
                        .wanted(),
                OrderFields.API);
        process.runAll(order, "gateway_bothThere");
        return order;
    }
}
