package io.partnerflow.demo;

import static io.partnerflow.demo.Cast.*;

import io.partnerflow.originals.Originals;
import io.partnerflow.returns.Inspections;
import io.partnerflow.returns.NewInspection;
import io.partnerflow.returns.NewWipe;
import io.partnerflow.returns.Receiving;
import io.partnerflow.returns.ReturnedDevice.End;
import io.partnerflow.returns.Returns;
import io.partnerflow.returns.Wiping;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.Subscriptions;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A reseller that rents out workplaces: a contract in each stage from the draft of an offer to the last certificate, one
 * whose credit did not bear it, and one whose devices do not come back.
 */
@Component
@Order(5)
class Workplaces implements Chapter {

    private static final String LOGISTICS_CLERK = "lena";
    private static final int FIRST_RENT = 470;

    private final Stage stage;
    private final Deals deals;
    private final Contracts contracts;
    private final Assortment assortment;
    private final Rentals rentals;
    private final Originals originals;
    private final Returns returns;
    private final Receiving receiving;
    private final Inspections inspections;
    private final Wiping wiping;
    private final Subscriptions subscriptions;
    private final VendorCalendar calendar;

    Workplaces(
            Stage stage,
            Deals deals,
            Contracts contracts,
            Assortment assortment,
            Rentals rentals,
            Originals originals,
            Returns returns,
            Receiving receiving,
            Inspections inspections,
            Wiping wiping,
            Subscriptions subscriptions,
            VendorCalendar calendar) {
        this.stage = stage;
        this.deals = deals;
        this.contracts = contracts;
        this.assortment = assortment;
        this.rentals = rentals;
        this.originals = originals;
        this.returns = returns;
        this.receiving = receiving;
        this.inspections = inspections;
        this.wiping = wiping;
        this.subscriptions = subscriptions;
        this.calendar = calendar;
    }

    @Override
    public void write(Timeline timeline) {
        timeline.on(475, () -> deals.applies(SKRIVBORDET, assortment.rented(), "Marketplace account 4711"));
        timeline.on(474, () -> {
            deals.isAccepted(SKRIVBORDET, "REGISTERED");
            contracts.entersBankAccount(SKRIVBORDET, "SE3550000000054910000003");
        });
        timeline.on(FIRST_RENT, () -> begins(ARKIVET, 12, 2));
        timeline.on(425, () -> begins(VERKSTADEN, 12, 3));
        timeline.on(300, () -> begins(BYRAN, 12, 4));
        timeline.on(150, () -> begins(KLINIKEN, 36, 5));
        IntStream.rangeClosed(1, FIRST_RENT - 1).forEach(day -> timeline.on(day, rentals::areCollected));
        timeline.on(95, this::comesBack);
        writeOpenOnes(timeline);
    }

    private void begins(Company customer, int months, int workplaces) {
        deals.prepares(SKRIVBORDET, customer);
        var order = rentals.runs(SKRIVBORDET, customer, months, workplaces, deals);
        originals.received(order, calendar.today(), "carla");
        stage.aMoment();
    }

    private void writeOpenOnes(Timeline timeline) {
        timeline.on(12, () -> {
            deals.prepares(SKRIVBORDET, UNGA_ARKITEKTER);
            deals.prepares(SKRIVBORDET, BAGERIET);
            deals.prepares(SKRIVBORDET, TRYCKERIET);
            deals.prepares(SKRIVBORDET, FORSKOLAN);
            deals.prepares(SKRIVBORDET, KONSULTERNA);
        });
        timeline.on(10, () -> {
            var weak = rentals.accepts(BAGERIET, rentals.offers(SKRIVBORDET, BAGERIET, 36, 6));
            deals.sendsSignedAgreement(SKRIVBORDET, weak);
            deals.agreementIsAccepted(weak); // its credit does not bear that: alternatives are looked for
            var parcels = rentals.accepts(TRYCKERIET, rentals.offers(SKRIVBORDET, TRYCKERIET, 24, 3));
            deals.sendsSignedAgreement(SKRIVBORDET, parcels);
            deals.agreementIsAccepted(parcels);
        });
        timeline.on(6, () -> {
            rentals.arrives(SKRIVBORDET, rentals.ships(rentals.order(TRYCKERIET), 2));
            rentals.ships(rentals.order(TRYCKERIET), 2); // under way; two more are to be sent
        });
        timeline.on(5, () -> {
            var young = rentals.accepts(UNGA_ARKITEKTER, rentals.offers(SKRIVBORDET, UNGA_ARKITEKTER, 24, 4));
            deals.sendsSignedAgreement(SKRIVBORDET, young);
            deals.agreementIsAccepted(young); // a person decides
            var unsigned = rentals.offers(SKRIVBORDET, FORSKOLAN, 36, 8);
            rentals.accepts(FORSKOLAN, unsigned);
        });
        timeline.on(3, () -> {
            var asked = rentals.offers(SKRIVBORDET, KONSULTERNA, 36, 10);
            rentals.asks(KONSULTERNA, asked, "Can we have the large screens instead?");
            rentals.putsTogether(SKRIVBORDET, KLINIKEN, 24, 2);
        });
    }

    /** The archive's devices come back, are wiped and ended; the workshop keeps its own. */
    private void comesBack() {
        var contract =
                subscriptions.ofOrder(rentals.order(ARKIVET)).orElseThrow().number();
        var number = returns.ofSubscription(contract).get(0).head().number();
        receiving.receive(number, rentals.serials(ARKIVET), LOGISTICS_CLERK);
        stage.aMoment();
        for (var device : returns.get(number).devices()) {
            inspections.inspect(number, device.position(), NewInspection.good(), LOGISTICS_CLERK);
            for (var medium = 1; medium <= device.media(); medium++) {
                wiping.wipe(
                        number,
                        device.position(),
                        new NewWipe(
                                "S4EV%s%d".formatted(device.serial(), medium),
                                "nist-purge-crypto",
                                "Blancco",
                                "7.9",
                                true),
                        LOGISTICS_CLERK);
            }
            wiping.end(number, List.of(device.position()), End.REFURBISHED, LOGISTICS_CLERK);
        }
        stage.aMoment();
    }
}
