package io.partnerflow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.ResellerClient;
import io.partnerflow.TestSeats;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.processes.ProcessDriver;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.SubscriptionChange;
import io.partnerflow.subscriptions.SubscriptionChanges;
import io.partnerflow.subscriptions.Subscriptions;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A running contract by hand, without a script. */
@PartnerflowTest
class SubscriptionPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ProcessDriver process;

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
    SubscriptionChanges changes;

    @Autowired
    VendorCalendar calendar;

    TestSeats seats;
    Party reseller;
    Party customer;
    ResellerClient anna;
    String number;

    @BeforeEach
    void aContractOfAYear() {
        seats = new TestSeats(organisations, resellers, management, engine);
        reseller = seats.reseller();
        customer = seats.customerOf(reseller);
        anna = ResellerClient.of(port, users, reseller, Role.ORDER);
        contract(0);
    }

    private void contract(int daysAgo) {
        var order = seats.ordered(
                reseller, customer, calendar.today().minusDays(daysAgo), Map.of("space-monitor-seat", 20));
        number = subscriptions.ofOrder(order).orElseThrow().number();
    }

    @Test
    void thePageShowsTheTermAsALineWithItsDaysAndWhatCanBeDone() {
        assertThat(page(""))
                .contains("<svg", "Last day for notice", "Last day to let seats leave", "Next invoice", "Renews")
                .contains("Coming invoices", "by today’s prices")
                .contains("/seats\"", "/reduction\"", "/po-reference\"", "/cancellation\"");
    }

    @Test
    void whoMayOnlyLookAndTheCustomerSeeItWithoutButtons() {
        var viewer = ResellerClient.of(port, users, reseller, Role.VIEW);
        assertThat(viewer.get("/subscriptions/" + number).body()).doesNotContain("/cancellation\"");
        var people = ResellerClient.of(port, users, customer, Role.ADMIN);
        assertThat(people.get("/subscriptions/" + number)
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/contracts/" + number);
        assertThat(people.get("/contracts/" + number).body())
                .contains("Last day for notice", reseller.name())
                .doesNotContain("/cancellation\"", "/orders/", "SEK", "??");
    }

    @Test
    void seatsAreReviewedThenConfirmedOncePerCopyOfThePage() {
        assertThat(page("/seats")).contains("Space monitor seat").doesNotContain("Confirm purchase");
        var review = page("/seats?seats.space-monitor-seat=5");
        assertThat(review).contains("Confirm purchase", "I accept the terms, version 2025-2", "cannot leave before");

        var answers = new HashMap<>(Map.of(
                "seats.space-monitor-seat", "5",
                "acceptedTerms", "2025-2",
                "_token", ResellerClient.token(review)));
        assertThat(submit("/seats", answers).statusCode()).isEqualTo(302);
        assertThat(submit("/seats", answers).statusCode()).isEqualTo(302);

        assertThat(changes.of(number)).hasSize(1);
        assertThat(page("")).contains("Seats added", "The seats are added");
    }

    @Test
    void withoutAcceptedTermsNothingIsAddedAndWhatWasTypedStays() {
        var answer = submit(
                "/seats",
                Map.of(
                        "seats.space-monitor-seat",
                        "7",
                        "_token",
                        ResellerClient.token(page("/seats?seats.space-monitor-seat=7"))));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("The terms must be accepted", "value=\"7\"");
        assertThat(changes.of(number)).isEmpty();
    }

    @Test
    void fewerSeatsAreAskedForShownEditedAndTakenBack() {
        var form = page("/reduction");
        assertThat(form).contains("The last day to ask for it is");
        submit("/reduction", Map.of("seats.space-monitor-seat", "5", "_token", ResellerClient.token(form)));
        var change = changes.of(number).get(0);
        assertThat(page(""))
                .contains("Scheduled changes", change.number(), "/pictures/" + change.number(), "being decided");

        process.complete(change.number(), "userTask_decideChange", Map.of("changeDecision", "approve"));
        assertThat(page("")).contains("Fewer seats scheduled");
        var edit = page("/changes/" + change.number());
        submit(
                "/changes/" + change.number(),
                Map.of("seats.space-monitor-seat", "2", "_token", ResellerClient.token(edit)));
        assertThat(changes.get(change.number()).seats().get(0).quantity()).isEqualTo(2);

        submit("/changes/" + change.number() + "/withdrawal", Map.of());
        assertThat(changes.get(change.number()).status()).isEqualTo(SubscriptionChange.Status.WITHDRAWN);
        assertThat(page("")).doesNotContain("Scheduled changes").contains("taken back");
    }

    @Test
    void tooLateForTheRenewalThePageSaysSoAndOffersTheNextOne() {
        contract(290);
        var form = page("/reduction");
        assertThat(form).contains("It is too late for the renewal on", "name=\"nextPossible\"");

        submit(
                "/reduction",
                Map.of("seats.space-monitor-seat", "5", "nextPossible", "yes", "_token", ResellerClient.token(form)));

        assertThat(changes.of(number).get(0).effectiveOn())
                .isEqualTo(calendar.today().minusDays(290).plusYears(2));
    }

    @Test
    void aNoticeShowsItsConsequencesBeforeItIsGiven() {
        var form = page("/cancellation");
        assertThat(form).contains("What it means", "Still to pay", "(3 invoices)", "Paid back", "0.00");

        submit(
                "/cancellation",
                Map.of(
                        "endsOn",
                        calendar.today().plusYears(1).toString(),
                        "reason",
                        "Sold",
                        "_token",
                        ResellerClient.token(form)));

        assertThat(changes.of(number).get(0).kind()).isEqualTo(SubscriptionChange.Kind.CANCEL);
        var again = submit(
                "/cancellation",
                Map.of(
                        "endsOn",
                        calendar.today().plusYears(1).toString(),
                        "_token",
                        ResellerClient.token(page("/cancellation"))));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("has been given already");
    }

    @Test
    void theReferenceIsChanged() {
        submit(
                "/po-reference",
                Map.of("poReference", "House 12", "_token", ResellerClient.token(page("/po-reference"))));

        assertThat(page("")).contains("House 12", "Reference changed");
    }

    private String page(String below) {
        var answer = anna.get("/subscriptions/" + number + below);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> submit(String below, Map<String, String> answers) {
        return anna.submitAgain("/subscriptions/" + number + below, answers);
    }
}
