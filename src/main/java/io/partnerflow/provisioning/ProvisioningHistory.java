package io.partnerflow.provisioning;

import io.partnerflow.accounts.Accounts;
import io.partnerflow.accounts.Attempt;
import io.partnerflow.orders.Orders;
import io.partnerflow.shared.NotFound;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every try to provide an order's account: with all that is known for staff, in plain words for resellers. */
@Service
@Transactional(readOnly = true)
public class ProvisioningHistory {

    private final Accounts accounts;
    private final Orders orders;
    private final MessageSource messages;

    ProvisioningHistory(Accounts accounts, Orders orders, MessageSource messages) {
        this.accounts = accounts;
        this.orders = orders;
        this.messages = messages;
    }

    /**
     * A try in plain words.
     *
     * @param step what was asked for, such as "Set up the account"
     * @param outcome what came of it, in words that name no machine
     * @param failed whether it has to be done again
     */
    public record Told(Instant at, String step, String outcome, boolean failed) {}

    /**
     * For the reseller, oldest first.
     *
     * @throws NotFound if there is no such order, or it is another reseller's
     */
    public List<Told> told(UUID reseller, String order, Locale language) {
        orders.get(reseller, order);
        return accounts.attemptsFor(order).stream()
                .map(attempt -> new Told(
                        attempt.at(), step(attempt.action(), language), outcome(attempt, language), attempt.failed()))
                .toList();
    }

    /**
     * For staff, oldest first.
     *
     * @param number of an order or a trial
     * @throws NotFound if nothing was tried for it
     */
    public List<Attempt> of(String number) {
        var tried = accounts.attemptsFor(number);
        if (tried.isEmpty()) {
            throw new NotFound("provisioning", number);
        }
        return tried;
    }

    /** For staff: the latest tries, whomever they were made for, latest first. */
    public List<Accounts.CaseTry> latest(int most) {
        return accounts.latestTries(most);
    }

    /** What a step is called. */
    public String step(String action, Locale language) {
        return messages.getMessage("provisioning-step." + action, null, action, language);
    }

    /** What came of a try, in words that name no machine. */
    public String outcome(Attempt attempt, Locale language) {
        var outcome = attempt.outcome();
        return messages.getMessage("provisioning-outcome." + known(outcome), null, known(outcome), language);
    }

    private static String known(@Nullable String outcome) {
        return outcome == null ? "none" : outcome;
    }
}
