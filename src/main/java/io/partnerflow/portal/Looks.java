package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.documents.Vendor;
import io.partnerflow.parties.Brandings;
import io.partnerflow.parties.Resellers;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds whose look a customer's page has. What is of one contract or paper has the look of the reseller that sold it. */
@Component
class Looks {

    private final Brandings brandings;
    private final Resellers resellers;
    private final Vendor vendor;

    Looks(Brandings brandings, Resellers resellers, Vendor vendor) {
        this.brandings = brandings;
        this.resellers = resellers;
        this.vendor = vendor;
    }

    /** Null where the reseller has chosen none: then pages are the vendor's. */
    @Nullable
    Look of(UUID reseller) {
        return brandings.look(reseller).map(this::look).orElse(null);
    }

    /** Null for resellers themselves, for who acts through one, and for customers that nobody sells to. */
    @Nullable
    Look of(Caller caller) {
        return caller.acting().reseller() || caller.via().isPresent() ? null : ofCustomer(caller.actingFor());
    }

    /** Null where {@link Resellers#lookOf} finds nobody, or the reseller has chosen none. */
    @Nullable
    Look ofCustomer(UUID organisation) {
        return resellers
                .lookOf(organisation)
                .flatMap(brandings::look)
                .map(this::look)
                .orElse(null);
    }

    private Look look(Brandings.Look chosen) {
        var address = "/link/look/" + chosen.key();
        return new Look(
                address + "/look.css", chosen.logo() ? address + "/logo" : null, chosen.senderName(), vendor.name());
    }
}
