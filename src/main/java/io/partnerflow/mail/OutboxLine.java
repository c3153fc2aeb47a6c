package io.partnerflow.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A letter as one line of a list.
 *
 * @param problem why the last try failed; null if it did not
 */
public record OutboxLine(
        long id,
        Instant createdAt,
        String to,
        String toName,
        String subject,
        String businessKey,
        LetterStatus status,
        int attempts,
        String problem,
        int attachments) {

    static OutboxLine of(ResultSet row, int number) throws SQLException {
        return new OutboxLine(
                row.getLong("id"),
                Letters.moment(row, "created_at"),
                row.getString("recipient"),
                row.getString("recipient_name"),
                row.getString("subject"),
                row.getString("business_key"),
                LetterStatus.valueOf(row.getString("status")),
                row.getInt("attempts"),
                row.getString("problem"),
                row.getInt("attachments"));
    }
}
