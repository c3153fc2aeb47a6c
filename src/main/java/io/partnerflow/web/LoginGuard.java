package io.partnerflow.web;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Slows down who guesses passwords: five failures of one account, or thirty from one address, within a minute, and
 * further attempts are refused until the minute is over. Nobody is locked out for good.
 *
 * <p>Counts in the database, so that all nodes count together.
 */
@Component
public class LoginGuard {

    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int PER_ACCOUNT = 5;
    private static final int PER_ADDRESS = 30;

    private final JdbcClient database;
    private final Clock clock;

    LoginGuard(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @throws TooManyAttempts if the account or the caller's address has failed too often within the last minute */
    public void admit(String account) {
        var recent = database.sql("""
                        SELECT count(*) FILTER (WHERE account = :account) >= :perAccount
                            OR count(*) FILTER (WHERE address = :address) >= :perAddress
                        FROM partnerflow.login_failure
                        WHERE failed_at > :since AND (account = :account OR address = :address)""")
                .param("account", cut(account))
                .param("address", address())
                .param("since", now().minus(WINDOW))
                .param("perAccount", PER_ACCOUNT)
                .param("perAddress", PER_ADDRESS)
                .query(Boolean.class)
                .single();
        if (recent) {
            throw new TooManyAttempts();
        }
    }

    public void failed(String account) {
        database.sql("DELETE FROM partnerflow.login_failure WHERE failed_at < ?")
                .param(now().minusDays(1))
                .update();
        database.sql("INSERT INTO partnerflow.login_failure (account, address, failed_at) VALUES (?, ?, ?)")
                .params(cut(account), address(), now())
                .update();
    }

    public void succeeded(String account) {
        database.sql("DELETE FROM partnerflow.login_failure WHERE account = ?")
                .param(cut(account))
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String cut(String account) {
        return account.length() <= 254 ? account : account.substring(0, 254);
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : "none";
    }

    /** Wait a minute; said whether or not the password would have been right. */
    public static class TooManyAttempts extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        TooManyAttempts() {
            super("too many failed log-ins; wait a minute");
        }
    }
}
