package io.partnerflow;

import io.partnerflow.offers.WantedOffer;
import io.partnerflow.offers.WantedOffer.Line;
import io.partnerflow.offers.WantedOffer.Service;
import io.partnerflow.parties.Party;
import java.math.BigDecimal;
import java.util.List;

/** Bundles for rent, each part changeable. */
public record TestOffers(
        Party reseller,
        Party customer,
        int termMonths,
        List<Line> lines,
        List<Service> ownServices,
        String delivery,
        WantedOffer.Origin origin,
        String savedBy) {

    /** Ten laptops with software, insurance and backup for 36 months, set up by the reseller. */
    public static TestOffers of(Party reseller, Party customer) {
        return new TestOffers(
                reseller,
                customer,
                36,
                List.of(
                        new Line("laptop-14", 10),
                        new Line("office-suite", 10),
                        new Line("electronics-insurance", 10),
                        new Line("cloud-backup", 10)),
                List.of(
                        new Service("Set-up on site", 1, null, new BigDecimal("450.00")),
                        new Service("Help desk", 10, new BigDecimal("9.50"), null)),
                "DIRECT",
                WantedOffer.Origin.NEW,
                TestIdentities.email("offerer"));
    }

    public TestOffers forMonths(int months) {
        return new TestOffers(reseller, customer, months, lines, ownServices, delivery, origin, savedBy);
    }

    public TestOffers of(List<Line> others) {
        return new TestOffers(reseller, customer, termMonths, others, ownServices, delivery, origin, savedBy);
    }

    public TestOffers with(List<Service> others) {
        return new TestOffers(reseller, customer, termMonths, lines, others, delivery, origin, savedBy);
    }

    public TestOffers delivered(String way) {
        return new TestOffers(reseller, customer, termMonths, lines, ownServices, way, origin, savedBy);
    }

    public TestOffers from(WantedOffer.Origin other) {
        return new TestOffers(reseller, customer, termMonths, lines, ownServices, delivery, other, savedBy);
    }

    public WantedOffer wanted() {
        return new WantedOffer(
                reseller.id(),
                "workplace",
                customer.id(),
                termMonths,
                lines,
                ownServices,
                delivery,
                null,
                new WantedOffer.Recipient("Sigrid Sten", null),
                "As we talked about on Tuesday.",
                origin,
                savedBy);
    }
}
