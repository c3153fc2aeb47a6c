package io.partnerflow.trials;

import io.partnerflow.parties.ResellerTerms;
import io.partnerflow.parties.Resellers;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Invalid;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether a trial can be given as it is asked for; tells everything that is wrong at once. */
@Component
class TrialCheck {

    private final Programmes programmes;
    private final Resellers resellers;

    TrialCheck(Programmes programmes, Resellers resellers) {
        this.programmes = programmes;
        this.resellers = resellers;
    }

    /** Programmes with a trial under which the reseller may sell now. */
    List<ProgrammePolicy> programmesOf(UUID reseller) {
        var active = resellers.terms(reseller).stream()
                .filter(ResellerTerms::active)
                .map(ResellerTerms::programme)
                .toList();
        return programmes.all().stream()
                .filter(policy -> policy.hasTrial() && active.contains(policy.code()))
                .toList();
    }

    /**
     * @param fields what the caller's words are for the fields
     * @throws Invalid with every bad field
     */
    CheckedWish check(TrialWish wish, TrialFields fields) {
        var problems = new Invalid.Collector();
        var policy = policy(wish, fields, problems);
        if (wish.customer() == null || !resellers.takesCareOf(wish.reseller(), wish.customer())) {
            problems.reject(fields.customer(), "customer-unknown", wish.customer());
        } else if (!resellers.mayOrderFor(wish.reseller(), wish.customer())) {
            problems.reject(fields.customer(), "link-cannot-order", wish.customer());
        }
        policy.filter(known -> !known.trial().customerTypes().contains(String.valueOf(wish.customerType())))
                .ifPresent(known -> problems.reject(
                        fields.customerType(),
                        "customer-type-not-offered",
                        wish.customerType(),
                        String.join(", ", known.trial().customerTypes())));
        checkPeople(policy, wish.people(), fields, problems);
        problems.throwIfAny();
        return new CheckedWish(
                policy.orElseThrow(),
                wish.reseller(),
                wish.customer(),
                wish.customerType(),
                wish.people(),
                wish.startedBy());
    }

    void checkPeople(
            Optional<ProgrammePolicy> policy,
            Collection<TrialPerson> people,
            TrialFields fields,
            Invalid.Collector problems) {
        if (people.isEmpty()) {
            problems.reject(fields.users(), "users-missing", null);
        }
        policy.filter(known -> people.size() > known.trial().mostUsers())
                .ifPresent(known -> problems.reject(
                        fields.users(),
                        "users-too-many",
                        people.size(),
                        known.trial().mostUsers(),
                        people.size()));
    }

    private Optional<ProgrammePolicy> policy(TrialWish wish, TrialFields fields, Invalid.Collector problems) {
        var offered = programmesOf(wish.reseller());
        var policy = offered.stream()
                .filter(known -> known.code().equals(wish.programme()))
                .findFirst();
        if (policy.isEmpty()) {
            var codes = offered.stream().map(ProgrammePolicy::code).toList();
            problems.reject(fields.programme(), "programme-without-trial", wish.programme(), String.join(", ", codes));
        }
        return policy;
    }
}
