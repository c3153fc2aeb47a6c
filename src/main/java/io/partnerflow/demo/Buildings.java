package io.partnerflow.demo;

import static io.partnerflow.demo.Cast.*;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A reseller of seats for devices, and the buildings it looks after, across their renewals. */
@Component
@Order(2)
class Buildings implements Chapter {

    private final Deals deals;
    private final Contracts contracts;
    private final Assortment assortment;

    Buildings(Deals deals, Contracts contracts, Assortment assortment) {
        this.deals = deals;
        this.contracts = contracts;
        this.assortment = assortment;
    }

    @Override
    public void write(Timeline timeline) {
        timeline.on(785, () -> deals.applies(LUFTKOLL, assortment.seats(), "Partner contract 2024/117"));
        timeline.on(783, () -> deals.isAccepted(LUFTKOLL, "SILVER"));
        timeline.on(770, () -> {
            deals.prepares(LUFTKOLL, ANGSSKOLAN);
            subscribes(ANGSSKOLAN, 12, -40, "Ängsskolan, building A", 0, 12, 1); // devices were there already
        });
        timeline.on(765, () -> {
            deals.prepares(LUFTKOLL, KONTORSHUSET);
            subscribes(KONTORSHUSET, 12, 0, "Kontorshuset, floors 1-4", 20, 0, 2);
        });
        timeline.on(640, () -> {
            contracts.addsSeats(LUFTKOLL, ANGSSKOLAN, 1, 4); // in the middle of a quarter
            contracts.changesPoReference(LUFTKOLL, ANGSSKOLAN, "Ängsskolan, buildings A and B");
        });
        timeline.on(
                560,
                () -> contracts.changeIsApproved(contracts.asksForFewerSeats(
                        LUFTKOLL, KONTORSHUSET, 0, 5, "Two floors are sublet."))); // at the renewal
        timeline.on(300, () -> {
            deals.prepares(LUFTKOLL, TORGHALLEN);
            subscribes(TORGHALLEN, 36, 0, "Torghallen", 30, 10, 3);
        });
        timeline.on(90, () -> {
            contracts.reportsDevices(LUFTKOLL, ANGSSKOLAN, 0, 16, 1);
            contracts.reportsDevices(LUFTKOLL, KONTORSHUSET, 15, 0, 2);
        });
        timeline.on(40, () -> {
            contracts.reportsDevices(
                    LUFTKOLL, TORGHALLEN, 30, 14, 3); // four seats are missing: limited after the grace
            contracts.changeIsApproved(contracts.givesNotice(LUFTKOLL, KONTORSHUSET, "The building is to be sold."));
        });
        timeline.on(15, () -> {
            deals.prepares(LUFTKOLL, SJUKHUSET);
            contracts.reportsDevices(LUFTKOLL, ANGSSKOLAN, 0, 18, 1); // two seats are missing: within the grace
            subscribes(SJUKHUSET, 60, 35, "Sjukhuset, new wing", 0, 80, 6); // begins next month
        });
        thisWeek(timeline);
    }

    private void thisWeek(Timeline timeline) {
        timeline.on(
                2,
                () -> contracts.asksForFewerSeats(
                        LUFTKOLL, TORGHALLEN, 0, 6, "The west hall is being rebuilt.")); // waits at the contracts desk
    }

    private void subscribes(Company customer, int months, int startsIn, String poReference, int... quantities) {
        deals.subscribes(LUFTKOLL, customer, assortment.seats(), months, startsIn, poReference, quantities);
    }
}
