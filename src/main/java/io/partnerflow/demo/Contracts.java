package io.partnerflow.demo;

import io.partnerflow.billing.CreditNotes;
import io.partnerflow.billing.CreditWish;
import io.partnerflow.billing.Invoices;
import io.partnerflow.devices.DeviceCounts;
import io.partnerflow.devices.ReportedCount;
import io.partnerflow.payouts.BankAccounts;
import io.partnerflow.shared.Percentage;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.Cancellations;
import io.partnerflow.subscriptions.PoReferences;
import io.partnerflow.subscriptions.Requester;
import io.partnerflow.subscriptions.SeatAdditions;
import io.partnerflow.subscriptions.SeatReductions;
import io.partnerflow.subscriptions.Seats;
import io.partnerflow.subscriptions.SubscriptionView;
import io.partnerflow.subscriptions.Subscriptions;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What becomes of a contract once it runs. */
@Component
class Contracts {

    private static final String CONTRACT_CLERK = "carla";

    private final Stage stage;
    private final Assortment assortment;
    private final Subscriptions subscriptions;
    private final SeatAdditions additions;
    private final SeatReductions reductions;
    private final Cancellations cancellations;
    private final PoReferences poReferences;
    private final DeviceCounts devices;
    private final Invoices invoices;
    private final CreditNotes credits;
    private final BankAccounts accounts;
    private final VendorCalendar calendar;

    Contracts(
            Stage stage,
            Assortment assortment,
            Subscriptions subscriptions,
            SeatAdditions additions,
            SeatReductions reductions,
            Cancellations cancellations,
            PoReferences poReferences,
            DeviceCounts devices,
            Invoices invoices,
            CreditNotes credits,
            BankAccounts accounts,
            VendorCalendar calendar) {
        this.stage = stage;
        this.assortment = assortment;
        this.subscriptions = subscriptions;
        this.additions = additions;
        this.reductions = reductions;
        this.cancellations = cancellations;
        this.poReferences = poReferences;
        this.devices = devices;
        this.invoices = invoices;
        this.credits = credits;
        this.accounts = accounts;
        this.calendar = calendar;
    }

    /** @param place of the product in the catalogue */
    void addsSeats(Company reseller, Company customer, int place, int quantity) {
        stage.as(
                reseller,
                () -> additions.add(
                        stage.id(reseller),
                        of(reseller, customer).number(),
                        List.of(seats(place, quantity)),
                        assortment.seats().termsVersion(),
                        requester(reseller)));
        stage.aMoment();
    }

    /** @return the number of the request, which waits at the contracts desk */
    String asksForFewerSeats(Company reseller, Company customer, int place, int quantity, String reason) {
        var request = stage.as(
                reseller,
                () -> reductions.request(
                        stage.id(reseller),
                        of(reseller, customer).number(),
                        List.of(seats(place, quantity)),
                        true,
                        reason,
                        requester(reseller)));
        stage.aMoment();
        return request;
    }

    /** @return the number of the request, which waits at the contracts desk */
    String givesNotice(Company reseller, Company customer, String reason) {
        var contract = of(reseller, customer).number();
        var ends = cancellations.preview(stage.id(reseller), contract).endsOn();
        var request = stage.as(
                reseller, () -> cancellations.request(stage.id(reseller), contract, ends, reason, requester(reseller)));
        stage.aMoment();
        return request;
    }

    void changeIsApproved(String request) {
        stage.does(CONTRACT_CLERK, "userTask_decideChange", request, Map.of("changeDecision", "approve"));
        stage.aMoment();
    }

    void changesPoReference(Company reseller, Company customer, String reference) {
        stage.as(reseller, () -> {
            poReferences.change(stage.id(reseller), of(reseller, customer).number(), reference, requester(reseller));
            return reference;
        });
    }

    /** @param counts of the devices that the programme's products cover, in the catalogue's order */
    void reportsDevices(Company reseller, Company customer, int... counts) {
        var reported = java.util.stream.IntStream.range(0, counts.length)
                .mapToObj(place -> new ReportedCount(
                        assortment.product(assortment.seats(), place).deviceType(), counts[place]))
                .toList();
        stage.as(
                reseller,
                () -> devices.report(
                        stage.id(reseller), stage.id(customer), reported, calendar.now(), reseller.email()));
        stage.aMoment();
    }

    /** Takes a share of the customer's latest invoice back. */
    void creditsLatestInvoice(Company reseller, Company customer, String percent, String reason) {
        var latest = invoices.ofSubscription(of(reseller, customer).number());
        credits.request(new CreditWish(
                latest.get(latest.size() - 1), new CreditWish.Share(Percentage.of(percent)), reason, false));
        stage.aMoment();
    }

    void entersBankAccount(Company reseller, String iban) {
        stage.as(reseller, () -> accounts.change(stage.id(reseller), reseller.name(), iban, reseller.email()));
    }

    private SubscriptionView of(Company reseller, Company customer) {
        return subscriptions.ofCustomer(stage.id(reseller), stage.id(customer)).get(0);
    }

    private Seats seats(int place, int quantity) {
        return new Seats(assortment.product(assortment.seats(), place).code(), quantity);
    }

    private static Requester requester(Company company) {
        return new Requester(company.email(), company.email());
    }
}
