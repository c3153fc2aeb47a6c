package io.partnerflow.mail;

import io.partnerflow.mail.Delivery.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes what came of a try, and when to try again. */
@Component
class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final JdbcClient database;
    private final MailSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Attempts(JdbcClient database, MailSettings settings, Clock clock, ApplicationEventPublisher events) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
    }

    void sent(OutboxLetter letter) {
        database.sql("""
                UPDATE letter SET status = 'SENT', sent_at = ?, next_attempt_at = NULL, problem = NULL,
                    attempts = attempts + 1, version = version + 1
                WHERE id = ?""").params(at(Duration.ZERO), letter.id()).update();
    }

    Result failed(OutboxLetter letter, Verdict verdict) {
        LOG.warn("letter {} not delivered ({}): {}", letter.key(), verdict.fate(), verdict.reason());
        var tries = letter.attempts() + 1;
        switch (verdict.fate()) {
            case REFUSED -> refuse(letter, verdict.reason());
            case NO_SERVER -> again(letter, verdict.reason(), settings.pauseWithoutServer(tries));
            case AGAIN -> again(letter, verdict.reason(), settings.pauseAfter(tries));
        }
        return verdict.fate() == Verdict.Fate.NO_SERVER ? Result.NO_SERVER : Result.FAILED;
    }

    private void again(OutboxLetter letter, String problem, Duration pause) {
        database.sql("""
                UPDATE letter SET next_attempt_at = ?, problem = ?, attempts = attempts + 1, version = version + 1
                WHERE id = ?""").params(at(pause), problem, letter.id()).update();
    }

    private void refuse(OutboxLetter letter, String reason) {
        database.sql("""
                UPDATE letter SET status = 'REFUSED', next_attempt_at = NULL, problem = ?,
                    attempts = attempts + 1, version = version + 1
                WHERE id = ?""").params(reason, letter.id()).update();
        events.publishEvent(new LetterRefused(letter.id(), letter.key(), letter.to(), letter.businessKey(), reason));
    }

    private OffsetDateTime at(Duration fromNow) {
        return OffsetDateTime.ofInstant(clock.instant().plus(fromNow), ZoneOffset.UTC);
    }
}
