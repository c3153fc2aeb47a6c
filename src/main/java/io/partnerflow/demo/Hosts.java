package io.partnerflow.demo;

import static io.partnerflow.demo.Cast.*;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A reseller whose customers are invoiced by the vendor every month, and who earns a share of it. */
@Component
@Order(3)
class Hosts implements Chapter {

    private final Stage stage;
    private final Deals deals;
    private final Contracts contracts;
    private final Assortment assortment;

    Hosts(Stage stage, Deals deals, Contracts contracts, Assortment assortment) {
        this.stage = stage;
        this.deals = deals;
        this.contracts = contracts;
        this.assortment = assortment;
    }

    @Override
    public void write(Timeline timeline) {
        timeline.on(165, () -> deals.applies(DRIFTHUSET, assortment.shared(), "None needed"));
        timeline.on(163, () -> deals.isAccepted(DRIFTHUSET, "REGISTERED"));
        timeline.on(160, () -> {
            deals.prepares(DRIFTHUSET, KAFFEBARERNA);
            subscribes(KAFFEBARERNA, "Web shop", 4, 1, 2);
        });
        timeline.on(150, () -> contracts.entersBankAccount(DRIFTHUSET, "SE3550000000054910000003"));
        timeline.on(140, () -> {
            deals.prepares(DRIFTHUSET, CYKELVERKSTADEN);
            subscribes(CYKELVERKSTADEN, "Booking", 2, 1, 1);
            stage.worksFor(KAFFEBARERNA, KAFFEBARERNA, CYKELVERKSTADEN); // she keeps the books of both
        });
        timeline.on(70, () -> {
            deals.prepares(DRIFTHUSET, TIDSKRIFTEN);
            subscribes(TIDSKRIFTEN, "Archive", 6, 2, 10);
        });
        timeline.on(
                45,
                () -> contracts.creditsLatestInvoice(
                        DRIFTHUSET, KAFFEBARERNA, "40", "The web shop could not be reached for twelve days."));
    }

    private void subscribes(Company customer, String poReference, int... quantities) {
        deals.subscribes(DRIFTHUSET, customer, assortment.shared(), 1, 0, poReference, quantities);
    }
}
