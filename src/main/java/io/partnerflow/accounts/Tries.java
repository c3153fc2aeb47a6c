package io.partnerflow.accounts;

import io.partnerflow.accounts.ProvisioningAttempts.Outstanding;
import io.partnerflow.accounts.ProvisioningAttempts.Request;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a request until it is answered, and keeps each try. */
@Component
class Tries {

    private final ProvisioningSystem system;
    private final ProvisioningAttempts attempts;
    private final AccountsSettings settings;
    private final Failures failures;

    Tries(ProvisioningSystem system, ProvisioningAttempts attempts, AccountsSettings settings, Failures failures) {
        this.system = system;
        this.attempts = attempts;
        this.settings = settings;
        this.failures = failures;
    }

    /** @return true if the account was made by this call */
    boolean open(Request request, Supplier<@Nullable OpenedAccount> asked) {
        return ask(request, asked, (attempt, opened, took) -> {
            if (opened == null) {
                throw failures.because("incomplete", null, "id");
            }
            attempts.opened(attempt, request, opened, "done", took);
        });
    }

    /** @return false if it was done before */
    boolean once(Request request, Runnable asked) {
        Supplier<@Nullable OpenedAccount> nothing = () -> {
            asked.run();
            return null;
        };
        return ask(request, nothing, (attempt, none, took) -> attempts.done(attempt, "done", "done", took));
    }

    private interface Kept {

        void keep(long attempt, @Nullable OpenedAccount opened, Duration took);
    }

    private boolean ask(Request request, Supplier<@Nullable OpenedAccount> asked, Kept kept) {
        if (attempts.isDone(request.key())) {
            return false;
        }
        var outstanding = attempts.outstanding(request.key());
        var attempt = attempts.begin(request);
        var started = System.nanoTime();
        try {
            outstanding.ifPresent(this::requireInTime);
            var statusAddress = outstanding.map(Outstanding::statusAddress);
            var opened = statusAddress.isPresent() ? system.state(request.key(), statusAddress.get()) : asked.get();
            kept.keep(attempt, opened, since(started));
            return true;
        } catch (AnswerOutstanding later) {
            attempts.accepted(attempt, later, since(started));
            return heardMeanwhile(request.key(), attempt, later);
        } catch (RuntimeException problem) {
            attempts.failed(attempt, problem, since(started));
            throw problem;
        }
    }

    /**
     * The answer may have come by call-back while we were still asking. Whoever is later here sees what the other has
     * done, so no answer is lost between the two.
     */
    private boolean heardMeanwhile(String key, long attempt, AnswerOutstanding later) {
        attempts.lock(key);
        if (attempts.isDone(key)) {
            return true;
        }
        attempts.find(attempt).filter(Attempt::failed).ifPresent(no -> {
            throw new ProvisioningFailed("refused", no.permanent(), null, String.valueOf(no.answer()), null);
        });
        throw later;
    }

    private void requireInTime(Outstanding outstanding) {
        if (Duration.between(outstanding.since(), attempts.clockNow()).compareTo(settings.longestWait()) > 0) {
            throw failures.because(
                    "no-answer",
                    null,
                    settings.provisioningUrl(),
                    settings.longestWait().toHours());
        }
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
