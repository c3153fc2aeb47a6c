package io.partnerflow.customers;

import io.partnerflow.access.Users;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.parties.NewParty;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.PartyCheck;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Step 1 of the programme: the organisation in which the reseller works until delivery (P-22, P-23). */
@ModuleService
public class CustomerPreparation {

    private final Organisations organisations;
    private final Resellers resellers;
    private final Users users;
    private final RefusedCustomers refused;

    CustomerPreparation(Organisations organisations, Resellers resellers, Users users, RefusedCustomers refused) {
        this.organisations = organisations;
        this.resellers = resellers;
        this.users = users;
        this.refused = refused;
    }

    /**
     * Makes the organisation a customer of the reseller. One that is so already stays as it is.
     *
     * @param typed not checked yet
     * @return its id
     * @throws Invalid with every bad field, named as in {@link PartyCheck}
     * @throws Conflict {@code customer-already-registered} if another reseller takes care of it, or it has people of its
     *     own; names nobody. It can be asked to be linked
     */
    public UUID prepare(UUID reseller, NewParty typed) {
        var problems = new Invalid.Collector();
        var wanted = PartyCheck.check("", typed, problems);
        problems.throwIfAny();
        var known = organisations.byRegistrationNumber(wanted.country(), wanted.registrationNumber());
        if (known.isPresent() && known.get().id().equals(reseller)) {
            throw Invalid.field("registrationNumber", "own-organisation", "invalid.own-organisation");
        }
        if (known.isEmpty() || !resellers.takesCareOf(reseller, known.get().id())) {
            refuseIfOnItsOwn(reseller, wanted, known);
            refuseIfAnothers(reseller, wanted);
        }
        var customer = organisations.register(wanted).id();
        resellers.link(reseller, customer);
        return customer;
    }

    /** Who has people of its own decides itself who may act for it (HA-6): it is asked, not prepared. */
    private void refuseIfOnItsOwn(UUID reseller, NewParty wanted, Optional<Party> known) {
        if (known.filter(party -> users.anyIn(party.id())).isPresent()) {
            refused.record(reseller, wanted);
            throw new Conflict("customer-already-registered");
        }
    }

    private void refuseIfAnothers(UUID reseller, NewParty wanted) {
        var byNumber = organisations.byRegistrationNumber(wanted.country(), wanted.registrationNumber()).stream();
        var byVatId = wanted.vatId() == null ? Stream.<Party>empty() : organisations.byVatId(wanted.vatId()).stream();
        var taken = Stream.concat(byNumber, byVatId)
                .anyMatch(party -> resellers
                        .primaryOf(party.id())
                        .filter(primary -> !primary.equals(reseller))
                        .isPresent());
        if (taken) {
            refused.record(reseller, wanted);
            throw new Conflict("customer-already-registered");
        }
    }
}
