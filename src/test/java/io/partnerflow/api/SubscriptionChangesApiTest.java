package io.partnerflow.api;

import static io.partnerflow.ResellerClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.ResellerClient;
import io.partnerflow.TestSeats;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.parties.LinkRole;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.ResellerLinks;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.Subscriptions;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The life of a contract over HTTP. */
@PartnerflowTest
class SubscriptionChangesApiTest {

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
    ResellerLinks links;

    @Autowired
    OrderManagement management;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    JdbcClient database;

    TestSeats seats;
    Party reseller;
    Party customer;
    ResellerClient anna;
    String path;

    @BeforeEach
    void aContractOfAYear() {
        seats = new TestSeats(organisations, resellers, management, engine);
        reseller = seats.reseller();
        customer = seats.customerOf(reseller);
        anna = ResellerClient.of(port, users, reseller, Role.ORDER);
        contract(0);
    }

    /** @param daysAgo when it began */
    void contract(int daysAgo) {
        var order = seats.ordered(
                reseller, customer, calendar.today().minusDays(daysAgo), Map.of("space-monitor-seat", 20));
        path = "/api/v1/subscriptions/"
                + subscriptions.ofOrder(order).orElseThrow().number();
    }

    @Test
    void oneSubscriptionTellsItsTermSeatsScheduleDeadlinesAndChanges() {
        var answer = json(anna.get(path));

        assertThat(answer.get("status").asText()).isEqualTo("ACTIVE");
        assertThat(answer.at("/seats/space-monitor-seat").asInt()).isEqualTo(20);
        assertThat(answer.get("schedule")).hasSize(3 + 1); // those of this term, and the first of the next
        assertThat(answer.at("/schedule/0/estimated").asBoolean()).isFalse();
        assertThat(answer.at("/schedule/3/estimated").asBoolean()).isTrue();
        assertThat(answer.get("scheduledChanges")).isEmpty();
        assertThat(answer.at("/agreedTerms/noticeDays").asInt()).isEqualTo(90);
        assertThat(answer.get("lastDayForReduction").asText())
                .isEqualTo(calendar.today()
                        .plusYears(1)
                        .minusMonths(3)
                        .minusDays(1)
                        .toString());
    }

    @Test
    void seatsAreEstimatedThenAddedOnceHoweverOftenTheCallIsRepeated() {
        var wanted = """
                {"lines": [{"product": "space-monitor-seat", "quantity": 5}], "acceptedTerms": {"version": "2025-2"}}""";
        var estimate = json(anna.post(path + "/seat-additions/estimate", wanted));
        assertThat(estimate.at("/now/amount").asText()).isNotBlank();

        var first = anna.post(path + "/seat-additions", "key-" + path, wanted);
        var again = anna.post(path + "/seat-additions", "key-" + path, wanted);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(json(first).get("status").asText()).isEqualTo("DONE");
        assertThat(json(anna.get(first.headers().firstValue("Location").orElseThrow())))
                .isEqualTo(json(first));
        assertThat(json(anna.get(path)).at("/seats/space-monitor-seat").asInt()).isEqualTo(25);
    }

    @Test
    void whatCannotBeAddedIsSaidFieldByField() {
        var answer = anna.post(path + "/seat-additions", UUID.randomUUID().toString(), """
                {"lines": [{"product": "planning-licence", "quantity": 1}, {"product": "gateway-seat"}]}""");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).get("errors"))
                .extracting(error ->
                        error.get("field").asText() + " " + error.get("code").asText())
                .containsExactly(
                        "lines[0].product product-not-in-contract",
                        "lines[1].quantity seats-too-few",
                        "acceptedTerms terms-not-accepted");
    }

    /** BI-36. */
    @Test
    void aReductionTooCloseToTheRenewalIsRefusedWithTheNextDateAndCanBeScheduledForIt() {
        contract(290);
        var renewal = calendar.today().minusDays(290).plusYears(1);
        var refused = anna.post(path + "/seat-reductions", UUID.randomUUID().toString(), """
                {"lines": [{"product": "space-monitor-seat", "quantity": 5}]}""");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).get("type").asText()).isEqualTo("/problems/reduction-window-closed");
        assertThat(json(refused).get("detail").asText())
                .contains(renewal.minusMonths(3).minusDays(1).toString())
                .contains(renewal.plusYears(1).toString());
        assertThat(json(anna.get(path + "/changes"))).isEmpty();

        var scheduled = anna.post(path + "/seat-reductions", UUID.randomUUID().toString(), """
                {"lines": [{"product": "space-monitor-seat", "quantity": 5}], "scheduleForNextPossible": true}""");
        assertThat(scheduled.statusCode()).isEqualTo(202);
        assertThat(json(scheduled).get("effectiveOn").asText())
                .isEqualTo(renewal.plusYears(1).toString());
    }

    @Test
    void aNoticeShowsItsConsequencesFirstAndCanBeTakenBack() {
        var renewal = calendar.today().plusYears(1);
        var preview = json(anna.get(path + "/cancellation"));
        assertThat(preview.get("inTime").asBoolean()).isTrue();
        assertThat(preview.get("lastDay").asText())
                .isEqualTo(renewal.minusDays(1).toString());
        assertThat(preview.get("invoices")).hasSize(3);
        assertThat(preview.at("/refund/amount").asText()).isEqualTo("0.00");
        assertThat(preview.get("summary").asText())
                .contains(
                        preview.get("lastDay").asText(),
                        preview.at("/stillToPay/amount").asText());

        var other = anna.post(
                path + "/cancellation",
                UUID.randomUUID().toString(),
                "{\"endsOn\": \"%s\"}".formatted(renewal.minusMonths(1)));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(json(other).get("detail").asText()).contains(renewal.toString());

        var notice = anna.post(
                path + "/cancellation",
                UUID.randomUUID().toString(),
                "{\"endsOn\": \"%s\", \"reason\": \"The house is sold\"}".formatted(renewal));
        assertThat(notice.statusCode()).isEqualTo(202);
        var change = path + "/changes/" + json(notice).get("number").asText();
        assertThat(json(anna.get(path)).at("/scheduledChanges/0/kind").asText()).isEqualTo("CANCEL");

        assertThat(json(anna.delete(change)).get("status").asText()).isEqualTo("WITHDRAWN");
        assertThat(anna.delete(change).statusCode()).isEqualTo(409);
    }

    @Test
    void aRequestForFewerSeatsCanBeMadeSmaller() {
        var asked = anna.post(path + "/seat-reductions", UUID.randomUUID().toString(), """
                {"lines": [{"product": "space-monitor-seat", "quantity": 5}]}""");
        var change = path + "/changes/" + json(asked).get("number").asText();

        assertThat(json(anna.patch(change, "{\"lines\": [{\"product\": \"space-monitor-seat\", \"quantity\": 3}]}"))
                        .at("/lines/0/quantity")
                        .asInt())
                .isEqualTo(3);
        assertThat(anna.patch(change, "{\"lines\": [{\"product\": \"space-monitor-seat\", \"quantity\": 4}]}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void theReferenceIsOnDocumentsFromNowOnOnly() {
        var before = database.sql("SELECT po_reference FROM invoice WHERE subscription = ?")
                .param(path.substring(path.lastIndexOf('/') + 1))
                .query((row, i) -> String.valueOf(row.getString(1)))
                .list();
        assertThat(anna.put(path + "/po-reference", "{\"poReference\": \"House 12\"}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(json(anna.get(path)).get("poReference").asText()).isEqualTo("House 12");
        assertThat(json(anna.get(path + "/changes")).get(0).get("kind").asText())
                .isEqualTo("CHANGE_PO");
        assertThat(database.sql("SELECT po_reference FROM invoice WHERE subscription = ?")
                        .param(path.substring(path.lastIndexOf('/') + 1))
                        .query((row, i) -> String.valueOf(row.getString(1)))
                        .list())
                .isEqualTo(before);
        assertThat(anna.put(path + "/po-reference", "{\"poReference\": \"%s\"}".formatted("x".repeat(65)))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void strangersFindNothingAndThoseWhoMayOnlyLookChangeNothing() {
        var stranger = ResellerClient.of(port, users, seats.reseller(), Role.ADMIN);
        assertThat(stranger.get(path).statusCode()).isEqualTo(404);
        assertThat(stranger.get(path + "/cancellation").statusCode()).isEqualTo(404);
        assertThat(stranger.put(path + "/po-reference", "{\"poReference\": \"x\"}")
                        .statusCode())
                .isEqualTo(404);

        var viewer = ResellerClient.of(port, users, reseller, Role.VIEW);
        assertThat(viewer.get(path).statusCode()).isEqualTo(200);
        assertThat(viewer.put(path + "/po-reference", "{\"poReference\": \"x\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    /** HA-7, HA-9: what is as good as an order follows the link; notice is the right of whoever is party to the contract. */
    @ParameterizedTest
    @EnumSource(names = {"VIEW", "BILLING"})
    @NullSource
    void withoutALinkToOrderNothingIsAddedYetNoticeAndFewerSeatsStayPossible(LinkRole left) {
        links.end(links.between(reseller.id(), customer.id()).orElseThrow().id());
        if (left != null) {
            links.establish(reseller.id(), customer.id(), left, null);
        }

        var added = anna.post(path + "/seat-additions", UUID.randomUUID().toString(), """
                {"lines": [{"product": "space-monitor-seat", "quantity": 5}], "acceptedTerms": {"version": "2025-2"}}""");
        assertThat(added.statusCode()).isEqualTo(403);
        assertThat(added.body()).contains("No link to this organisation lets you order for it");
        assertThat(anna.put(path + "/po-reference", "{\"poReference\": \"x\"}").statusCode())
                .isEqualTo(403);
        assertThat(anna.get(path.substring("/api/v1".length())).body()).doesNotContain("/seats\"", "/po-reference\"");

        assertThat(anna.post(path + "/seat-reductions", UUID.randomUUID().toString(), """
                {"lines": [{"product": "space-monitor-seat", "quantity": 5}]}""")
                        .statusCode())
                .isEqualTo(202);
        assertThat(anna.post(path + "/cancellation", UUID.randomUUID().toString(), "{}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(json(anna.get(path)).at("/seats/space-monitor-seat").asInt()).isEqualTo(20);
    }

    @Test
    void theCustomerSeesItsContractAndChangesNothing() {
        var people = ResellerClient.of(port, users, customer, Role.ADMIN);

        assertThat(json(people.get("/api/v1/subscriptions")).get("total").asInt())
                .as("what its reseller pays is not for the customer")
                .isZero();
        assertThat(people.get(path).statusCode()).isEqualTo(404);
        assertThat(people.get(path + "/changes").statusCode()).isEqualTo(404);
        assertThat(json(people.get("/api/v1/contracts"))).hasSize(1);
        assertThat(people.get("/api/v1/contracts").body()).doesNotContain("amount");
        assertThat(people.put(path + "/po-reference", "{\"poReference\": \"x\"}")
                        .statusCode())
                .isEqualTo(403);
    }
}
