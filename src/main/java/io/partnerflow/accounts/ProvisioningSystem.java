package io.partnerflow.accounts;

import io.partnerflow.shared.NamedEmail;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The system that keeps the product's accounts. An account is known by the number of the trial or order it was made for.
 *
 * <p>Each change carries a key: a request with a key that was heard before changes nothing and gets the same answer.
 * Whatever goes wrong is a {@link ProvisioningFailed} with words for a manager, and the request is made again later.
 *
 * <p><b>Source:</b> P-10, P-11, P-26, P-39 to P-43, A-43, A-45.
 */
public interface ProvisioningSystem {

    /** Makes an account that works at once. The account's reference is the key. */
    OpenedAccount createAccount(NewAccount account);

    /** From now on exactly these people can log in. */
    void updateUsers(String key, String reference, List<NamedEmail> users);

    /** The trial's account becomes a customer's, with everything in it; an inactive one works again. */
    void convert(String key, String reference, List<Entitlement> bought);

    /** From now on the account may be used for exactly this; an inactive one works again. */
    void entitle(String key, String reference, List<Entitlement> all);

    /** People can log in again. */
    void activate(String key, String reference);

    /** Nobody can log in; nothing is lost. An account that does not exist is no fault. */
    void suspend(String key, String reference);

    /** What the account can be used for from now on; nothing in it is lost. One that does not exist is no fault. */
    void setPlan(String key, String reference, Plan plan);

    /** Shows the reseller in the account and lets it work there. */
    void markReseller(String key, String reference, String reseller);

    /** What is in the account and has not been moved out of it. */
    List<Property> properties(String reference);

    /** Moves these properties to the reseller. */
    void returnData(String key, String reference, List<String> properties);

    /** Deletes the account and everything in it. An account that does not exist is no fault. */
    void purge(String key, String reference);

    /**
     * Asks a system that has answered a request with {@link AnswerOutstanding} how far it is.
     *
     * @param statusAddress what it has named with that answer
     * @return the account if the request was to make one and it is there; null for any other request that is done
     */
    default @Nullable OpenedAccount state(String key, String statusAddress) {
        throw new UnsupportedOperationException("this system answers at once");
    }
}
