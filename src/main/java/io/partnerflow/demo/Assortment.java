package io.partnerflow.demo;

import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.catalogue.Product;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.programmes.Programmes;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What the vendor of the story sells: its programmes told apart by what their policies say, never by name. */
@Component("demoAssortment")
class Assortment {

    private final Programmes programmes;
    private final Catalogue catalogue;

    Assortment(Programmes programmes, Catalogue catalogue) {
        this.programmes = programmes;
        this.catalogue = catalogue;
    }

    /** Customers try first and sign an agreement. */
    ProgrammePolicy tried() {
        return first(ProgrammePolicy::hasTrial);
    }

    /** Seats for devices. */
    ProgrammePolicy seats() {
        return first(policy -> policy.devices() != null);
    }

    /** The reseller earns a monthly share. */
    ProgrammePolicy shared() {
        return first(policy -> policy.kickback() != null);
    }

    /** Bundles for rent. */
    ProgrammePolicy rented() {
        return first(ProgrammePolicy::soldByOffer);
    }

    List<Product> products(ProgrammePolicy programme) {
        return catalogue.products(programme.code());
    }

    /** @param place in the catalogue, from 0 */
    Product product(ProgrammePolicy programme, int place) {
        return catalogue.products(programme.code()).get(place);
    }

    private ProgrammePolicy first(Predicate<ProgrammePolicy> wanted) {
        return programmes.all().stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the demo's programmes are missing"));
    }
}
