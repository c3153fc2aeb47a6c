package io.partnerflow.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;

/**
 * The tokens that our pages carry against forgery. They live in the session as usual; whose page and for which
 * organisation is remembered longer, so that a form sent after its session is gone is known to be ours.
 */
@Component
class PageTokens implements CsrfTokenRepository {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final String ANY_TOKEN = new UUID(0, 0).toString();

    private final HttpSessionCsrfTokenRepository session = new HttpSessionCsrfTokenRepository();
    private final XorCsrfTokenRequestAttributeHandler mask = new XorCsrfTokenRequestAttributeHandler();
    private final JdbcClient database;
    private final CurrentCaller callers;
    private final Clock clock;

    PageTokens(JdbcClient database, CurrentCaller callers, Clock clock) {
        this.database = database;
        this.callers = callers;
        this.clock = clock;
    }

    /** To whom a page was shown. @param organisation it acted for then */
    record Handed(@Nullable UUID user, @Nullable UUID organisation) {}

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return session.generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        session.saveToken(token, request, response);
        if (token != null) {
            note(token.getToken());
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return session.loadToken(request);
    }

    /** To whom the page was shown whose token the request carries; empty where it carries none of ours. */
    Optional<Handed> handed(HttpServletRequest request) {
        return Optional.ofNullable(
                        mask.resolveCsrfTokenValue(request, new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", ANY_TOKEN)))
                .flatMap(token -> database.sql("SELECT user_id, organisation_id FROM page_token WHERE hash = ?")
                        .param(hash(token))
                        .query((row, number) -> new Handed(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                        .optional());
    }

    private void note(String token) {
        forgetOld();
        database.sql("INSERT INTO page_token (hash, user_id, organisation_id, made_at) VALUES (?, ?, ?, ?)")
                .param(hash(token))
                .param(callers.person().map(Users.User::id).orElse(null))
                .param(callers.find().map(Caller::actingFor).orElse(null))
                .param(now())
                .update();
    }

    private void forgetOld() {
        database.sql("""
                        DELETE FROM page_token WHERE hash IN (
                            SELECT hash FROM page_token WHERE made_at < ? LIMIT 100 FOR UPDATE SKIP LOCKED)""").param(now().minus(KEPT)).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
