package io.partnerflow.onboarding;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was asked and answered about applications. */
@Component
class Correspondence {

    private final JdbcClient database;
    private final Clock clock;

    Correspondence(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void add(String application, Message.Kind kind, String author, String text) {
        database.sql("""
                        INSERT INTO application_message (application, kind, at, author, text)
                        VALUES (?, ?, ?, ?, ?)""")
                .params(
                        application,
                        kind.name(),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        author,
                        text)
                .update();
    }

    /** Oldest first. */
    List<Message> of(String application) {
        return database.sql("SELECT kind, at, author, text FROM application_message WHERE application = ? ORDER BY id")
                .param(application)
                .query((row, number) -> new Message(
                        Message.Kind.valueOf(row.getString("kind")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("author"),
                        row.getString("text")))
                .list();
    }
}
