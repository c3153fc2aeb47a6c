package io.partnerflow.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links in mails that let somebody without a log-in do one thing: 192 random bits, one purpose, one use, expiring. The
 * database knows only their SHA-256. Looking does not use a link up, since mail scanners look at links too.
 */
@Component
@Transactional
public class OneTimeLinks {

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient database;
    private final Clock clock;

    OneTimeLinks(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Issues a link and withdraws earlier ones for the same purpose and subject.
     *
     * @return the secret part of the link's address
     */
    public String issue(String purpose, String subject, Duration validity) {
        withdraw(purpose, subject);
        return issueAnother(purpose, subject, validity);
    }

    /**
     * Issues a link beside earlier ones, which go on working.
     *
     * @return the secret part of the link's address
     */
    public String issueAnother(String purpose, String subject, Duration validity) {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        database.sql("INSERT INTO one_time_link (token_hash, purpose, subject, expires_at) VALUES (?, ?, ?, ?)")
                .params(hash(token), purpose, subject, now().plus(validity))
                .update();
        return token;
    }

    /** @return what the link is about; empty if it is unknown, used or expired */
    @Transactional(readOnly = true)
    public Optional<String> look(String purpose, String token) {
        return database.sql("""
                        SELECT subject FROM one_time_link
                        WHERE token_hash = ? AND purpose = ? AND used_at IS NULL AND expires_at > ?""")
                .params(hash(token), purpose, now())
                .query(String.class)
                .optional();
    }

    /**
     * What a link is or once was about, even if it is used or expired; for telling its holder what has become of it.
     *
     * @return empty if there never was such a link
     */
    @Transactional(readOnly = true)
    public Optional<String> recall(String purpose, String token) {
        return database.sql("SELECT subject FROM one_time_link WHERE token_hash = ? AND purpose = ?")
                .params(hash(token), purpose)
                .query(String.class)
                .optional();
    }

    /** Uses the link up. @return what it is about; empty if it is unknown, used or expired */
    public Optional<String> use(String purpose, String token) {
        return database.sql("""
                        UPDATE one_time_link SET used_at = :now
                        WHERE token_hash = :hash AND purpose = :purpose AND used_at IS NULL AND expires_at > :now
                        RETURNING subject""")
                .param("now", now())
                .param("hash", hash(token))
                .param("purpose", purpose)
                .query(String.class)
                .optional();
    }

    /** Ends every open link of this purpose about the subject. */
    public void withdraw(String purpose, String subject) {
        database.sql("UPDATE one_time_link SET used_at = ? WHERE purpose = ? AND subject = ? AND used_at IS NULL")
                .params(now(), purpose, subject)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
