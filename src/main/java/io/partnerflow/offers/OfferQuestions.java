package io.partnerflow.offers;

import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code offer_question}. Whoever writes holds the lock of the offer. */
@Component
class OfferQuestions {

    private static final int MOST = 50;

    private final JdbcClient database;
    private final VendorCalendar calendar;

    OfferQuestions(JdbcClient database, VendorCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    /** @throws Conflict {@code too-many-questions} if that many were asked already */
    void ask(String offer, int version, String askedBy, String question) {
        var asked = of(offer).size();
        if (asked >= MOST) {
            throw new Conflict("too-many-questions", MOST);
        }
        database.sql("""
                        INSERT INTO offer_question (offer_number, position, version, asked_by, asked_at, question)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(offer, asked + 1, version, askedBy, now(), question)
                .update();
    }

    /**
     * @throws NotFound if there is no such question
     * @throws Conflict {@code question-answered} if it was answered before
     */
    void answer(String offer, int position, String answer, String by) {
        var question = of(offer).stream()
                .filter(one -> one.position() == position)
                .findFirst()
                .orElseThrow(() -> new NotFound("question", position));
        if (!question.isOpen()) {
            throw new Conflict("question-answered", position);
        }
        database.sql("""
                        UPDATE offer_question SET answer = ?, answered_by = ?, answered_at = ?
                        WHERE offer_number = ? AND position = ?""").params(answer, by, now(), offer, position).update();
    }

    /** Oldest first. */
    List<OfferQuestion> of(String offer) {
        return database.sql("SELECT * FROM offer_question WHERE offer_number = ? ORDER BY position")
                .param(offer)
                .query(OfferQuestions::read)
                .list();
    }

    private OffsetDateTime now() {
        return calendar.now().atOffset(ZoneOffset.UTC);
    }

    private static OfferQuestion read(ResultSet row, int number) throws SQLException {
        return new OfferQuestion(
                row.getInt("position"),
                row.getInt("version"),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("question"),
                row.getString("answered_by"),
                instant(row.getObject("answered_at", OffsetDateTime.class)),
                row.getString("answer"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime stored) {
        return stored == null ? null : stored.toInstant();
    }
}
