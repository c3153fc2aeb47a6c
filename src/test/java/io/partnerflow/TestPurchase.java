package io.partnerflow;

import io.partnerflow.orders.WantedOrder;
import io.partnerflow.parties.Party;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Orders under programmes where terms are accepted and nothing is signed; each part changeable. */
public record TestPurchase(
        String programme,
        Party reseller,
        Party customer,
        List<WantedOrder.Line> lines,
        int months,
        LocalDate startDate,
        String poReference,
        String acceptedTerms) {

    /** Seats for three years, none yet. */
    public static TestPurchase ofSeats(Party reseller, Party customer, LocalDate startDate) {
        return new TestPurchase("seats", reseller, customer, List.of(), 36, startDate, "House 7", "2025-2");
    }

    /** Hosting from month to month, nothing yet. */
    public static TestPurchase ofHosting(Party reseller, Party customer, LocalDate startDate) {
        return new TestPurchase("hosting", reseller, customer, List.of(), 1, startDate, null, "2025-1");
    }

    public TestPurchase with(String product, Integer quantity) {
        var more = new ArrayList<>(lines);
        more.add(new WantedOrder.Line(product, quantity));
        return new TestPurchase(programme, reseller, customer, more, months, startDate, poReference, acceptedTerms);
    }

    public TestPurchase forMonths(int other) {
        return new TestPurchase(programme, reseller, customer, lines, other, startDate, poReference, acceptedTerms);
    }

    public TestPurchase accepting(String terms) {
        return new TestPurchase(programme, reseller, customer, lines, months, startDate, poReference, terms);
    }

    public WantedOrder wanted() {
        return new WantedOrder(
                reseller.id(),
                programme,
                customer.id(),
                null,
                lines,
                months,
                startDate,
                poReference,
                null,
                null,
                acceptedTerms,
                TestIdentities.email("orderer"));
    }
}
