package io.partnerflow.mail;

import io.partnerflow.documents.DocumentId;
import io.partnerflow.documents.Documents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads whole letters. */
@Component
class Letters {

    private final JdbcClient database;
    private final Documents documents;

    Letters(JdbcClient database, Documents documents) {
        this.database = database;
        this.documents = documents;
    }

    Optional<OutboxLetter> find(long id) {
        return database.sql("SELECT * FROM letter LEFT JOIN letter_picture ON sha256 = picture WHERE id = ?")
                .param(id)
                .query((row, number) -> letter(row))
                .optional();
    }

    List<OutboxLetter> about(String businessKey) {
        return database.sql(
                        "SELECT * FROM letter LEFT JOIN letter_picture ON sha256 = picture WHERE business_key = ? ORDER BY id")
                .param(businessKey)
                .query((row, number) -> letter(row))
                .list();
    }

    private OutboxLetter letter(ResultSet row) throws SQLException {
        return new OutboxLetter(
                row.getLong("id"),
                row.getString("letter_key"),
                row.getString("message_id"),
                row.getString("business_key"),
                row.getString("template"),
                row.getString("language"),
                row.getString("recipient"),
                row.getString("recipient_name"),
                row.getString("subject"),
                row.getString("html"),
                row.getString("plain_text"),
                LetterStatus.valueOf(row.getString("status")),
                row.getInt("attempts"),
                moment(row, "next_attempt_at"),
                row.getString("problem"),
                moment(row, "created_at"),
                moment(row, "sent_at"),
                attachments(row.getLong("id")).stream().map(documents::find).toList(),
                row.getString("sender_name"),
                picture(row));
    }

    private static @Nullable LetterPicture picture(ResultSet row) throws SQLException {
        var content = row.getBytes("content");
        return content == null ? null : new LetterPicture(content, row.getString("content_type"));
    }

    private List<DocumentId> attachments(long letter) {
        return database.sql("SELECT document_id FROM letter_attachment WHERE letter_id = ? ORDER BY place")
                .param(letter)
                .query((row, number) -> new DocumentId(row.getObject(1, UUID.class)))
                .list();
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
