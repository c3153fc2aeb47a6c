package io.partnerflow.access;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** Lets in who has a key that works, as often as a key may be used. */
@Component
class KeyLogin {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final ApiKeyRows rows;
    private final ApiKeySettings settings;
    private final Clock clock;

    KeyLogin(ApiKeyRows rows, ApiKeySettings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param from address of the internet
     * @throws Refused if there is no such key, it does not work any more, or it is used too often
     */
    Authentication enter(KeySecret secret, String from) {
        var now = clock.instant();
        var holder = secret.wellFormed() ? rows.holder(secret.hash(), now) : java.util.Optional.<KeyHolder>empty();
        if (holder.isEmpty()) {
            throw new Refused(401, "api-key-unknown", 0);
        }
        var use = rows.count(holder.get().key(), now, now.minus(WINDOW), from);
        if (use.calls() > settings.callsPerMinute()) {
            var wait = Duration.between(now, use.since().plus(WINDOW)).toSeconds() + 1;
            throw new Refused(429, "too-many-calls", wait);
        }
        return UsernamePasswordAuthenticationToken.authenticated(holder.get(), null, List.of());
    }

    /** Why a call with a key is not let in. */
    static class Refused extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        private final int status;
        private final String problem;
        private final long wait;

        /** @param wait seconds until it may be tried again; 0 if that would not help */
        Refused(int status, String problem, long wait) {
            super(problem);
            this.status = status;
            this.problem = problem;
            this.wait = wait;
        }

        int status() {
            return status;
        }

        String problem() {
            return problem;
        }

        void tell(HttpServletResponse response) {
            if (wait > 0) {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
            } else {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            }
        }
    }
}
