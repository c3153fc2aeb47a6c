package io.partnerflow.accounts;

import io.partnerflow.accounts.ProvisioningAttempts.Request;
import io.partnerflow.shared.NamedEmail;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Asks the system that keeps the accounts. Each request is made until it is answered, and never again after that; every
 * try is kept, also when the step that made it is rolled back.
 *
 * <p>Where the system takes a request on and needs longer, the request ends in {@link AnswerOutstanding}; made again, it
 * asks how far it is.
 */
@Service
public class Accounts {

    private final ProvisioningSystem system;
    private final ProvisioningAttempts attempts;
    private final Tries tries;

    Accounts(ProvisioningSystem system, ProvisioningAttempts attempts, Tries tries) {
        this.system = system;
        this.attempts = attempts;
        this.tries = tries;
    }

    /**
     * Makes sure the case has its account.
     *
     * @return true if it was made by this call, false if it had been made before, perhaps with other people
     * @throws ProvisioningFailed if it could not be made
     */
    public boolean open(NewAccount wanted) {
        return open(wanted, wanted.reference());
    }

    /** The same for an order whose account is known by another number. */
    boolean open(NewAccount wanted, String caseNumber) {
        if (attempts.account(wanted.reference()).isPresent()) {
            return false;
        }
        var request =
                new Request(wanted.reference(), wanted.reference(), caseNumber, "create-account", wanted.customer());
        return tries.open(request, () -> system.createAccount(wanted));
    }

    /** @param occasion what this list of people is called, such as a running number; the same list has the same */
    public void setUsers(String reference, String occasion, List<NamedEmail> users) {
        var key = reference + "/users/" + occasion;
        once(key, reference, "update-users", () -> system.updateUsers(key, reference, users));
    }

    /** @param order that turns the trial into a contract */
    public void convert(String reference, String order, List<Entitlement> bought) {
        var key = reference + "/convert/" + order;
        once(key, reference, order, "convert", () -> system.convert(key, reference, bought));
    }

    /** @param occasion what this change is called; another change has another */
    public void entitle(String reference, String occasion, List<Entitlement> all) {
        entitle(reference, occasion, reference, all);
    }

    /** The same for an order whose account is known by another number. */
    void entitle(String reference, String occasion, String caseNumber, List<Entitlement> all) {
        var key = reference + "/entitlements/" + occasion;
        once(key, reference, caseNumber, "set-entitlements", () -> system.entitle(key, reference, all));
    }

    /** @param occasion why it works again, such as an order's number */
    public void activate(String reference, String occasion) {
        var key = reference + "/activate/" + occasion;
        once(key, reference, "activate", () -> system.activate(key, reference));
    }

    /**
     * Shuts the account. Does nothing if it was never asked for; if it was and no answer came, it is shut all the same.
     *
     * @param occasion why it is shut, such as {@code trial-end} or a cancelled order's number
     */
    public void suspend(String reference, String occasion) {
        var key = reference + "/suspend/" + occasion;
        if (!attempts.of(reference).isEmpty()) {
            once(key, reference, "suspend", () -> system.suspend(key, reference));
        }
    }

    /**
     * Puts the account on the limited plan.
     *
     * @param occasion why, such as a case of missing seats
     */
    public void limit(String reference, String occasion) {
        var key = limitKey(reference, occasion);
        once(key, reference, "limit-plan", () -> system.setPlan(key, reference, Plan.LIMITED));
    }

    /**
     * Gives the account its full plan back. Does nothing if this occasion never asked for the limited one; if it
     * did and no answer came, the full plan is asked for all the same.
     */
    public void restore(String reference, String occasion) {
        var key = reference + "/restore/" + occasion;
        if (attempts.isAsked(reference, limitKey(reference, occasion))) {
            once(key, reference, "restore-plan", () -> system.setPlan(key, reference, Plan.FULL));
        }
    }

    private static String limitKey(String reference, String occasion) {
        return reference + "/limit/" + occasion;
    }

    public void markReseller(String reference, String order, String reseller) {
        var key = reference + "/reseller/" + order;
        once(key, reference, order, "mark-reseller", () -> system.markReseller(key, reference, reseller));
    }

    /** What is in the account now. */
    public List<Property> properties(String reference) {
        return attempts.account(reference).isEmpty() ? List.of() : system.properties(reference);
    }

    /** @param occasion which request it is */
    public void returnData(String reference, String occasion, List<String> properties) {
        var key = reference + "/data/" + occasion;
        once(key, reference, "return-data", () -> system.returnData(key, reference, properties));
    }

    public void purge(String reference) {
        var key = reference + "/purge";
        once(key, reference, "purge", () -> system.purge(key, reference));
    }

    /** The account of a trial or an order; empty while there is none. */
    public Optional<OpenedAccount> find(String reference) {
        return attempts.account(reference);
    }

    /** Every try about the account, oldest first. */
    public List<Attempt> attempts(String reference) {
        return attempts.of(reference);
    }

    /** Every try made for an order or a trial, whatever account it was about, oldest first. */
    public List<Attempt> attemptsFor(String caseNumber) {
        return attempts.ofCase(caseNumber);
    }

    /** The latest tries of the house, latest first. */
    public List<CaseTry> latestTries(int most) {
        return attempts.latest(most);
    }

    /** A try, and the order or trial it was made for. */
    public record CaseTry(String caseNumber, Attempt attempt) {}

    private void once(String key, String reference, String action, Runnable request) {
        once(key, reference, reference, action, request);
    }

    private void once(String key, String reference, String caseNumber, String action, Runnable request) {
        tries.once(new Request(key, reference, caseNumber, action, null), request);
    }
}
