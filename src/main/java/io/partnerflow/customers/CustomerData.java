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
import io.partnerflow.shared.NotFound;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What a reseller has written down about a customer it prepared, and may put right as long as nobody else answers for it. */
@ModuleService
public class CustomerData {

    private final Organisations organisations;
    private final Resellers resellers;
    private final Users users;
    private final JdbcClient database;

    CustomerData(Organisations organisations, Resellers resellers, Users users, JdbcClient database) {
        this.organisations = organisations;
        this.resellers = resellers;
        this.users = users;
        this.database = database;
    }

    /**
     * The data as they are now.
     *
     * @param version to be named with a change
     * @param own whether the organisation has people, who decide about it themselves (HA-6)
     * @param ordered whether orders name it: its country and numbers stay then
     */
    public record Sheet(Party party, long version, boolean own, boolean ordered) {}

    /** @throws NotFound if the reseller may not order for such a customer */
    @Transactional(readOnly = true)
    public Sheet get(UUID reseller, UUID customer) {
        if (!resellers.mayOrderFor(reseller, customer)) {
            throw new NotFound("organisation", customer);
        }
        return new Sheet(
                organisations.get(customer),
                organisations.version(customer),
                users.anyIn(customer),
                orderedBy(customer));
    }

    /**
     * Puts the data right; the same data change nothing.
     *
     * @param typed not checked yet; country and numbers are left as they are where orders name them
     * @param version that was read
     * @throws Invalid with every bad field, named as in {@link PartyCheck}
     * @throws Conflict {@code customer-changed-meanwhile} if somebody else has changed them since; {@code
     *     customer-on-its-own}; {@code customer-already-registered} if another organisation has the number
     * @throws NotFound as {@link #get}
     */
    public void change(UUID reseller, UUID customer, NewParty typed, long version) {
        var now = get(reseller, customer);
        if (now.own()) {
            throw new Conflict("customer-on-its-own");
        }
        var problems = new Invalid.Collector();
        var right = PartyCheck.check("", now.ordered() ? withNumbersOf(now.party(), typed) : typed, problems);
        problems.throwIfAny();
        organisations
                .byRegistrationNumber(right.country(), right.registrationNumber())
                .filter(other -> !other.id().equals(customer))
                .ifPresent(other -> {
                    throw new Conflict("customer-already-registered");
                });
        if (now.version() != version || !organisations.change(customer, right, version)) {
            throw new Conflict("customer-changed-meanwhile");
        }
    }

    private static NewParty withNumbersOf(Party party, NewParty typed) {
        return new NewParty(
                typed.name(),
                party.country(),
                party.registrationNumber(),
                party.vatId(),
                typed.email(),
                typed.language(),
                Objects.requireNonNull(typed.address()));
    }

    /** Found by customer_order_of_customer. */
    private boolean orderedBy(UUID customer) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM customer_order WHERE customer_id = ?)")
                .param(customer)
                .query(Boolean.class)
                .single();
    }
}
