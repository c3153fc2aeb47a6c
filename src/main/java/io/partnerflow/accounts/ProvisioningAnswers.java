package io.partnerflow.accounts;

import io.partnerflow.accounts.ProvisioningAttempts.Request;
import io.partnerflow.shared.Invalid;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is learnt about a request otherwise than by asking: from the system's call-back, or from a person. */
@Service
@Transactional
public class ProvisioningAnswers {

    private static final String CREATE = "create-account";

    private final ProvisioningAttempts attempts;
    private final AccountsSettings settings;
    private final Failures failures;
    private final InstantSource wallClock = InstantSource.system();

    ProvisioningAnswers(ProvisioningAttempts attempts, AccountsSettings settings, Failures failures) {
        this.attempts = attempts;
        this.settings = settings;
        this.failures = failures;
    }

    /**
     * What the system says came of a request.
     *
     * @param key of the request, as we sent it
     * @param account if the request was to make one and it is there
     * @param message why it is not done
     * @param permanent whether asking again would change nothing
     */
    public record CallBack(
            String key,
            boolean done,
            @Nullable OpenedAccount account,
            @Nullable String message,
            boolean permanent) {}

    /** Whether a call-back comes from the system and just now. */
    public boolean isGenuine(
            @Nullable String timestamp, @Nullable String signature, String method, String path, byte[] body) {
        return settings.signs()
                && Signature.isGood(
                        settings.signingSecret(), wallClock.instant(), timestamp, signature, method, path, body);
    }

    /**
     * Keeps the answer. The same one a second time changes nothing, and nothing takes back what was done.
     *
     * @return the order or trial it is about; empty if there was no such request
     * @throws Invalid if the account is missing whose making it reports
     */
    public Optional<String> take(CallBack answer) {
        attempts.lock(answer.key());
        return attempts.last(answer.key()).map(attempt -> {
            var request = attempts.request(attempt).orElseThrow();
            if (!attempts.isDone(answer.key())) {
                keep(attempt, request, answer);
            }
            return request.caseNumber();
        });
    }

    private void keep(long attempt, Request request, CallBack answer) {
        if (!answer.done()) {
            attempts.failed(
                    attempt, failures.told(answer.message() == null ? "" : answer.message(), answer.permanent()), null);
        } else if (!request.action().equals(CREATE)) {
            attempts.done(again(attempt, request), "done", "done", null);
        } else if (answer.account() == null) {
            throw Invalid.field("account", "required", null);
        } else {
            attempts.opened(again(attempt, request), request, answer.account(), "done", null);
        }
    }

    /**
     * A person has done what the system was asked for last.
     *
     * @param loginAddress where the account is reached; needed if it was to be made
     * @param words who says so, and why
     * @throws Invalid if the address is missing or none
     */
    public void doneByHand(String caseNumber, @Nullable String loginAddress, String words) {
        var tried = attempts.ofCase(caseNumber);
        var last = tried.get(tried.size() - 1);
        var request = attempts.request(last.id()).orElseThrow();
        attempts.lock(request.key());
        if (attempts.isDone(request.key())) {
            return;
        }
        if (request.action().equals(CREATE)) {
            var account = new OpenedAccount("by-hand/" + request.reference(), requireAddress(loginAddress));
            attempts.opened(attempts.begin(request), request, account, "by-hand", null);
        } else {
            attempts.done(attempts.begin(request), "by-hand", words, null);
        }
    }

    private static String requireAddress(@Nullable String typed) {
        try {
            var address = URI.create(typed == null ? "" : typed.strip());
            if (address.getHost() != null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))) {
                return address.toString();
            }
        } catch (IllegalArgumentException unreadable) {
            // said below, like an address of another kind
        }
        throw Invalid.field("loginAddress", "login-address", null);
    }

    /** A try that has an answer already stays as it is; what is learnt later is a try of its own. */
    private long again(long attempt, Request request) {
        return attempts.find(attempt).orElseThrow().succeeded() == null ? attempt : attempts.begin(request);
    }
}
