package io.partnerflow.provisioning;

import io.partnerflow.accounts.Accounts;
import io.partnerflow.accounts.Attempt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How often the step at hand has failed since a person looked at it last. */
@Component
class ProvisioningTries {

    private final Accounts accounts;
    private final Clarifications clarifications;
    private final ProvisioningSettings settings;

    ProvisioningTries(Accounts accounts, Clarifications clarifications, ProvisioningSettings settings) {
        this.accounts = accounts;
        this.clarifications = clarifications;
        this.settings = settings;
    }

    /** The last try, if with it the step has been tried often enough, or asking again would change nothing. */
    Optional<Attempt> usedUp(String order) {
        var failed = failedNow(order);
        return failed.isEmpty() || !failed.get(0).permanent() && failed.size() < settings.tries()
                ? Optional.empty()
                : Optional.of(failed.get(0));
    }

    /** How many times the system has said so far that it is still at it. */
    int waits(String order) {
        return (int) latestFirst(order).stream()
                .takeWhile(attempt -> attempt.succeeded() == null)
                .filter(Attempt::outstanding)
                .count();
    }

    private List<Attempt> failedNow(String order) {
        var judged =
                clarifications.latest(order).map(Clarification::lastAttempt).orElse(0L);
        return latestFirst(order).stream()
                .takeWhile(attempt -> attempt.id() > judged && !Boolean.TRUE.equals(attempt.succeeded()))
                .filter(Attempt::failed)
                .toList();
    }

    private List<Attempt> latestFirst(String order) {
        var tried = new ArrayList<>(accounts.attemptsFor(order));
        Collections.reverse(tried);
        return tried;
    }
}
