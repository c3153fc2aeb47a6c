package io.partnerflow.mail;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Delivers one letter in a transaction of its own, locked so that no other node tries it at the same time. A crash
 * between the server's yes and our commit sends it once more, with the same Message-ID.
 */
@Component
class Delivery {

    enum Result {
        SENT,
        FAILED,
        NO_SERVER,
        NOTHING_DUE;

        /** Whether the next letter may fare better. */
        boolean goesOn() {
            return this == SENT || this == FAILED;
        }
    }

    private final JdbcClient database;
    private final Letters letters;
    private final MailServer server;
    private final Attempts attempts;
    private final Clock clock;

    Delivery(JdbcClient database, Letters letters, MailServer server, Attempts attempts, Clock clock) {
        this.database = database;
        this.letters = letters;
        this.server = server;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Tries the letter that is due for the longest time. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Result next() {
        if (!server.isThere()) {
            return Result.NOTHING_DUE;
        }
        return due().flatMap(letters::find).map(this::deliver).orElse(Result.NOTHING_DUE);
    }

    private Optional<Long> due() {
        return database.sql("""
                SELECT id FROM letter WHERE status = 'WAITING' AND next_attempt_at <= ?
                ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED""")
                .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    private Result deliver(OutboxLetter letter) {
        try {
            server.take(letter);
            attempts.sent(letter);
            return Result.SENT;
        } catch (MailException e) {
            return attempts.failed(letter, Verdict.on(e));
        }
    }
}
