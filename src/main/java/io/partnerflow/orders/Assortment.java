package io.partnerflow.orders;

import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.catalogue.ListPrice;
import io.partnerflow.catalogue.Product;
import io.partnerflow.documents.Vendor;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.VendorCalendar;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a reseller may sell now, and in which way. */
@Service
@Transactional(readOnly = true)
public class Assortment {

    private final WantedOrderCheck check;
    private final Catalogue catalogue;
    private final Programmes programmes;
    private final VendorCalendar calendar;
    private final Vendor vendor;

    Assortment(
            WantedOrderCheck check,
            Catalogue catalogue,
            Programmes programmes,
            VendorCalendar calendar,
            Vendor vendor) {
        this.check = check;
        this.programmes = programmes;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.vendor = vendor;
    }

    /** Programmes whose orders begin with an agreement that the customer signs. */
    public List<ProgrammePolicy> byAgreement(UUID reseller) {
        return programmes(reseller, policy -> policy.needsSignedAgreement() && !policy.soldByOffer());
    }

    /** Programmes in which the reseller accepts terms and a subscription begins. */
    public List<ProgrammePolicy> atOnce(UUID reseller) {
        return programmes(reseller, policy -> !policy.needsSignedAgreement() && !policy.soldByOffer());
    }

    /** Programmes whose bundles are offered to the customer first (W-04). */
    public List<ProgrammePolicy> byOffer(UUID reseller) {
        return programmes(reseller, ProgrammePolicy::soldByOffer);
    }

    /** Programmes in which a customer can try before it buys. */
    public List<ProgrammePolicy> withTrial(UUID reseller) {
        return programmes(reseller, ProgrammePolicy::hasTrial);
    }

    /** Programmes the reseller may sell today. */
    public List<ProgrammePolicy> all(UUID reseller) {
        return check.programmesOf(reseller);
    }

    private List<ProgrammePolicy> programmes(UUID reseller, Predicate<ProgrammePolicy> wanted) {
        return check.programmesOf(reseller).stream().filter(wanted).toList();
    }

    /** What can be ordered under a programme whose prices are the same for every term, at today's list prices. */
    public List<ListPrice> products(String programme) {
        return products(programme, 0);
    }

    /** What can be ordered for a term under a programme, at today's list prices; what has no price for it is left out. */
    public List<ListPrice> products(String programme, int termMonths) {
        var policy = programmes.get(programme);
        var priced = catalogue.prices(programme, policy.currencyOr(vendor.currency()), calendar.today(), termMonths);
        return check.productsOf(programme).stream()
                .map(Product::code)
                .filter(priced::containsKey)
                .map(priced::get)
                .toList();
    }
}
