/**
 * What a reseller offers a customer: put together and priced, sent, asked about, accepted as it was sent, or not.
 *
 * <p>Flow: {@code processes/offer.bpmn}. Resellers act through {@link io.partnerflow.offers.OfferManagement}, customers
 * through the link in their letter and {@link io.partnerflow.offers.CustomerOffers}.
 */
@ApplicationModule(
        displayName = "Offers",
        allowedDependencies = {
            "shared",
            "engine",
            "web",
            "access",
            "audit",
            "numbering",
            "mail",
            "documents",
            "parties",
            "programmes",
            "catalogue",
            "pricing",
            "orders",
            "subscriptions",
            "mandates"
        })
@NullMarked
package io.partnerflow.offers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
