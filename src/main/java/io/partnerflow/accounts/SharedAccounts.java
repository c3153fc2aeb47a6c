package io.partnerflow.accounts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one account that all contracts of a customer under a programme share, where it may have several. It may be
 * used for the sum of what each of them grants.
 */
@Service
@Transactional(noRollbackFor = ProvisioningFailed.class) // what is granted stands, told or not: the next try tells it
public class SharedAccounts {

    private final Accounts accounts;
    private final SharedAccountRows rows;

    SharedAccounts(Accounts accounts, SharedAccountRows rows) {
        this.accounts = accounts;
        this.rows = rows;
    }

    /**
     * Makes sure that the customer has an account and may use what was bought. A second time changes nothing.
     *
     * @param wanted the account to make if the customer has none; its reference also says what grants the rest
     * @return true if the account was made by this call
     * @throws ProvisioningFailed if it could not be made or changed
     */
    public boolean open(String programme, NewAccount wanted) {
        var reference = rows.claim(wanted.customer(), programme, wanted.reference());
        var changed = rows.set(reference, wanted.reference(), wanted.bought());
        if (accounts.find(reference).isEmpty()) {
            return accounts.open(wanted.as(reference, rows.total(reference)), wanted.reference());
        }
        if (changed) {
            rows.change(reference);
        }
        entitle(reference, wanted.reference());
        return false;
    }

    /**
     * From now on the contract grants this much; what others grant stays. Does nothing if the customer has no account.
     *
     * @param reason number of the order the contract came from
     * @param now empty for nothing any more: an account for which nothing is left is suspended
     * @return whether the account is suspended by that
     * @throws ProvisioningFailed if it could not be changed
     */
    public boolean grant(UUID customer, String programme, String reason, List<Entitlement> now) {
        var account = find(customer, programme);
        account.ifPresent(rows::lock);
        return account.filter(reference -> rows.set(reference, reason, now))
                .filter(reference -> {
                    rows.change(reference);
                    return !entitle(reference, reason);
                })
                .isPresent();
    }

    /** The reference of the customer's account; empty if it has none that is shared. */
    @Transactional(readOnly = true)
    public Optional<String> find(UUID customer, String programme) {
        return rows.find(customer, programme);
    }

    /** @return false if there is nothing it may be used for: then it is suspended */
    private boolean entitle(String reference, String reason) {
        var total = rows.total(reference);
        rows.occasion(reference, total).ifPresent(occasion -> {
            if (total.isEmpty()) {
                accounts.suspend(reference, occasion);
            } else {
                accounts.entitle(reference, occasion, reason, total);
            }
        });
        return !total.isEmpty();
    }
}
