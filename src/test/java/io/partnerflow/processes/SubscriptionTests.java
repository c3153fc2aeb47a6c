package io.partnerflow.processes;

import io.partnerflow.TestPurchase;
import io.partnerflow.billing.Invoice;
import io.partnerflow.billing.Invoices;
import io.partnerflow.mail.Outbox;
import io.partnerflow.mail.OutboxLetter;
import io.partnerflow.parties.Party;
import io.partnerflow.scenarios.Deals;
import io.partnerflow.scenarios.TimeMachine;
import io.partnerflow.shared.Money;
import io.partnerflow.subscriptions.Cancellations;
import io.partnerflow.subscriptions.Requester;
import io.partnerflow.subscriptions.ScheduledChanges;
import io.partnerflow.subscriptions.SeatAdditions;
import io.partnerflow.subscriptions.SeatReductions;
import io.partnerflow.subscriptions.Seats;
import io.partnerflow.subscriptions.SubscriptionChange;
import io.partnerflow.subscriptions.SubscriptionChanges;
import io.partnerflow.subscriptions.SubscriptionLine;
import io.partnerflow.subscriptions.SubscriptionState;
import io.partnerflow.subscriptions.SubscriptionView;
import io.partnerflow.subscriptions.Subscriptions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every test about running contracts does: a reseller with a customer that has seats, and what becomes of them. */
abstract class SubscriptionTests {

    static final String SEAT = "space-monitor-seat";
    static final String OTHER_SEAT = "gateway-seat";

    @Autowired
    Deals deals;

    @Autowired
    TimeMachine time;

    @Autowired
    ProcessDriver process;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    SubscriptionChanges changes;

    @Autowired
    SeatAdditions additions;

    @Autowired
    SeatReductions reductions;

    @Autowired
    Cancellations cancellations;

    @Autowired
    ScheduledChanges scheduled;

    @Autowired
    Invoices invoices;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient database;

    Party reseller;
    Party customer;
    String subscription;

    /** Twenty seats from that day on, 20 % partner discount. */
    void twentySeats(LocalDate begins, int months) {
        reseller = deals.resellerOf("seats", "20");
        customer = deals.customerOf(reseller);
        subscription = deals.subscriptionOf(deals.purchase(TestPurchase.ofSeats(reseller, customer, begins)
                .with(SEAT, 20)
                .forMonths(months)
                .wanted()));
    }

    /** Years pass quickly: only the last night before that day is lived through, with what had fallen due before. */
    void goTo(LocalDate day) {
        if (day.isAfter(time.today().plusDays(1))) {
            time.whileTheHouseStoodStill(day.minusDays(1));
        }
        time.until(day);
    }

    Requester maria() {
        return new Requester("maria@reseller.example", "maria@reseller.example");
    }

    String add(String product, int quantity) {
        var number =
                additions.add(reseller.id(), subscription, List.of(new Seats(product, quantity)), "2025-2", maria());
        time.aMoment();
        return number;
    }

    String reduce(int quantity) {
        return reduce(quantity, false);
    }

    String reduce(int quantity, boolean forNextPossible) {
        return reductions.request(
                reseller.id(), subscription, List.of(new Seats(SEAT, quantity)), forNextPossible, null, maria());
    }

    String cancel() {
        return cancellations.request(reseller.id(), subscription, null, "The house is sold", maria());
    }

    void approve(String change) {
        deals.does(Deals.CONTRACT_CLERK, "userTask_decideChange", change, Map.of("changeDecision", "approve"));
    }

    SubscriptionView view() {
        return subscriptions.get(subscription);
    }

    SubscriptionState state() {
        return changes.state(view());
    }

    SubscriptionChange.Status statusOf(String change) {
        return changes.get(change).status();
    }

    int seats() {
        return view().lines().stream().mapToInt(SubscriptionLine::quantity).sum();
    }

    /** What the customer's account may be used for. */
    int entitled() {
        return database.sql("""
                        SELECT coalesce(sum(quantity), 0) FROM account_grant WHERE reason = ?""")
                .param(view().orderNumber())
                .query(Integer.class)
                .single();
    }

    List<Invoice> invoices() {
        return invoices.ofSubscription(subscription).stream()
                .map(number -> invoices.get(reseller.id(), number))
                .toList();
    }

    List<String> letters() {
        return outbox.about(subscription).stream().map(OutboxLetter::template).toList();
    }

    static Money sek(String amount) {
        return Money.of(amount, "SEK");
    }
}
