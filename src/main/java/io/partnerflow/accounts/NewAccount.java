package io.partnerflow.accounts;

import io.partnerflow.shared.NamedEmail;
import java.util.List;
import java.util.UUID;

/**
 * An account to make.
 *
 * @param reference TR-number of the trial, or OR-number of an order without a trial
 * @param customer whose account it is
 * @param place where the customer is, the first property in the account
 * @param bought what the customer may use; empty for a trial
 */
public record NewAccount(
        String reference,
        UUID customer,
        String customerName,
        String place,
        List<NamedEmail> users,
        List<Entitlement> bought) {

    public NewAccount {
        users = List.copyOf(users);
        bought = List.copyOf(bought);
    }

    /** The same under another reference, for everything that may be used by then. */
    NewAccount as(String other, List<Entitlement> all) {
        return new NewAccount(other, customer, customerName, place, users, all);
    }
}
