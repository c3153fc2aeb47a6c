package io.partnerflow;

import io.partnerflow.orders.WantedOrder;
import io.partnerflow.parties.Party;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Orders of rented bundles, 36 months, as an accepted offer makes them. */
public final class TestWorkplace {

    private TestWorkplace() {}

    /** Two laptops, a monitor, and what is not delivered. */
    public static WantedOrder bundle(Party reseller, Party customer, LocalDate day) {
        return order(
                reseller,
                customer,
                day,
                new WantedOrder.Line("laptop-14", 2),
                new WantedOrder.Line("monitor-27", 1),
                new WantedOrder.Line("office-suite", 2),
                new WantedOrder.Line("electronics-insurance", 2));
    }

    public static WantedOrder order(Party reseller, Party customer, LocalDate day, WantedOrder.Line... lines) {
        return new WantedOrder(
                reseller.id(),
                "workplace",
                customer.id(),
                null,
                List.of(lines),
                36,
                day,
                null,
                "Sigrid Sten",
                TestIdentities.email("sigrid"),
                "2026-1",
                TestIdentities.email("orderer"),
                new WantedOrder.AcceptedOffer(
                        "OF-" + UUID.randomUUID().toString().substring(0, 8), day));
    }
}
