package io.partnerflow.links;

import io.partnerflow.parties.LinkRole;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.ResellerTerms;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.RegistrationNumber;
import io.partnerflow.shared.Typed;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody types to name the other side of a link. What it answers counts only if nothing was rejected. */
@Component
class TypedLink {

    private static final Party NOBODY = new Party(new UUID(0, 0), "", "", "", null, "", "", null, null);

    private final Organisations organisations;
    private final Resellers resellers;

    TypedLink(Organisations organisations, Resellers resellers) {
        this.organisations = organisations;
        this.resellers = resellers;
    }

    LinkRole role(@Nullable String typed, Invalid.Collector problems) {
        try {
            return LinkRole.valueOf(String.valueOf(typed));
        } catch (IllegalArgumentException unknown) {
            problems.reject("role", "role-unknown", typed, String.valueOf(typed), "VIEW, ORDER, BILLING, ADMIN");
            return LinkRole.VIEW;
        }
    }

    /** Rejects {@code country} and {@code registrationNumber} if they name nobody. */
    Party organisation(@Nullable String country, @Nullable String number, Invalid.Collector problems) {
        var code = Typed.line("country", country, 2, problems).toUpperCase(Locale.ROOT);
        var typed = Typed.line("registrationNumber", number, 40, problems);
        if (code.isEmpty() || typed.isEmpty()) {
            return NOBODY;
        }
        var checked = RegistrationNumber.check("registrationNumber", code, typed, problems);
        var known = checked.flatMap(valid -> organisations.byRegistrationNumber(code, valid.value()));
        if (checked.isPresent() && known.isEmpty()) {
            problems.reject("registrationNumber", "organisation-not-registered", typed);
        }
        return known.orElse(NOBODY);
    }

    /** The same for one that may sell now. */
    Party reseller(@Nullable String country, @Nullable String number, Invalid.Collector problems) {
        var found = organisation(country, number, problems);
        if (problems.isEmpty() && resellers.terms(found.id()).stream().noneMatch(ResellerTerms::active)) {
            problems.reject("registrationNumber", "no-such-reseller", number);
        }
        return found;
    }
}
