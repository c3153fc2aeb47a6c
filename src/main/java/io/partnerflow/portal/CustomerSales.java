package io.partnerflow.portal;

import io.partnerflow.orders.Assortment;
import java.util.UUID;

/** Which ways to sell to a customer the reseller's programmes have; each is a button. */
record CustomerSales(boolean trials, boolean byAgreement, boolean atOnce, boolean offers) {

    static CustomerSales of(Assortment assortment, UUID reseller) {
        return new CustomerSales(
                !assortment.withTrial(reseller).isEmpty(),
                !assortment.byAgreement(reseller).isEmpty(),
                !assortment.atOnce(reseller).isEmpty(),
                !assortment.byOffer(reseller).isEmpty());
    }
}
