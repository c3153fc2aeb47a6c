package io.partnerflow;

import io.partnerflow.orders.WantedOrder;
import io.partnerflow.parties.Party;
import java.time.LocalDate;
import java.util.List;

/** Orders of ten licences for a year, each part changeable. */
public record TestOrders(
        Party reseller,
        Party customer,
        String trial,
        int quantity,
        LocalDate startDate,
        String poReference,
        String acceptedTerms,
        String orderedBy) {

    public static TestOrders of(Party reseller, Party customer, LocalDate startDate) {
        return new TestOrders(
                reseller, customer, null, 10, startDate, "PO 4711", "2024-1", TestIdentities.email("orderer"));
    }

    public TestOrders withQuantity(int other) {
        return new TestOrders(reseller, customer, trial, other, startDate, poReference, acceptedTerms, orderedBy);
    }

    public TestOrders withTrial(String number) {
        return new TestOrders(reseller, customer, number, quantity, startDate, poReference, acceptedTerms, orderedBy);
    }

    public TestOrders from(LocalDate day) {
        return new TestOrders(reseller, customer, trial, quantity, day, poReference, acceptedTerms, orderedBy);
    }

    public WantedOrder wanted() {
        return new WantedOrder(
                reseller.id(),
                "licence",
                customer.id(),
                trial,
                List.of(new WantedOrder.Line("planning-licence", quantity)),
                12,
                startDate,
                poReference,
                "Sigrid Sten",
                "sigrid@" + customer.id() + ".example.org",
                acceptedTerms,
                orderedBy);
    }
}
