package io.partnerflow.conversations;

import static io.partnerflow.conversations.Threads.SINCE;

import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Conversations as lists, and how far people have read. */
@Component
class Readings {

    private static final String UNREAD = """
            (SELECT count(*) FROM (SELECT 1 FROM conversation_message m
             WHERE m.number = %s AND m.side = 'VENDOR' AND m.written_at >= %s AND m.id > coalesce((SELECT r.read_up_to
                 FROM conversation_reading r WHERE r.user_id = :reader AND r.number = %1$s), 0)
             LIMIT 100) unread)""";

    private static final String LINES = """
            SELECT c.number, c.kind, c.desk, c.customer_id, k.name AS customer, r.name AS reseller, c.waiting_since,
                %s AS latest, coalesce((SELECT left(m.text, 200) FROM conversation_message m
                    WHERE m.number = c.number AND %s ORDER BY m.id DESC LIMIT 1), '') AS says, %s AS unread
            FROM conversation c JOIN organisation k ON k.id = c.customer_id JOIN organisation r ON r.id = c.reseller_id
            """;

    private final JdbcClient database;

    Readings(JdbcClient database) {
        this.database = database;
    }

    Page<Line> list(UUID reseller, UUID reader, Paging paging) {
        var total = database.sql(Paging.counted("FROM conversation WHERE reseller_id = ? AND said_at IS NOT NULL"))
                .param(reseller)
                .query(Long.class)
                .single();
        var lines = database.sql(LINES.formatted(
                                "c.said_at",
                                "m.side <> 'NOTE' AND m.written_at >= " + SINCE.formatted("c.number"),
                                unread("c.number"))
                        + """
                        WHERE c.reseller_id = :reseller AND c.said_at IS NOT NULL
                        ORDER BY c.said_at DESC, c.number LIMIT :most OFFSET :offset""")
                .param("reseller", reseller)
                .param("reader", reader)
                .param("most", paging.size())
                .param("offset", paging.offset())
                .query(Readings::line)
                .list();
        return Page.of(lines, paging, total);
    }

    /** @param desk null for every desk */
    Page<Line> ofTheVendor(boolean waiting, @Nullable String desk, Paging paging) {
        var chosen = "waiting_since IS " + (waiting ? "NOT NULL" : "NULL") + (desk == null ? "" : " AND desk = :desk");
        var total = database.sql(Paging.counted("FROM conversation WHERE " + chosen))
                .param("desk", desk)
                .query(Long.class)
                .single();
        var order = waiting ? "c.waiting_since, c.number" : "c.touched_at DESC, c.number";
        var lines = database.sql(LINES.formatted("c.touched_at", "true", "0") + "WHERE " + chosen + " ORDER BY " + order
                        + " LIMIT :most OFFSET :offset")
                .param("desk", desk)
                .param("most", paging.size())
                .param("offset", paging.offset())
                .query(Readings::line)
                .list();
        return Page.of(lines, paging, total);
    }

    /** How many wait for the desk's answer, 1,000 for more; for every desk if it is null. */
    int waiting(@Nullable String desk) {
        return database.sql("SELECT count(*) FROM (SELECT 1 FROM conversation WHERE waiting_since IS NOT NULL"
                        + (desk == null ? "" : " AND desk = :desk") + " LIMIT 1000) waiting")
                .param("desk", desk)
                .query(Integer.class)
                .single();
    }

    int unread(String number, UUID reader) {
        return database.sql("SELECT " + unread(":number"))
                .param("number", number)
                .param("reader", reader)
                .query(Integer.class)
                .single();
    }

    void read(String number, UUID reader) {
        database.sql("""
                        INSERT INTO conversation_reading (number, user_id, read_up_to)
                        SELECT number, :reader, max(id) FROM conversation_message
                        WHERE number = :number AND side <> 'NOTE' GROUP BY number
                        ON CONFLICT (user_id, number) DO UPDATE SET read_up_to = excluded.read_up_to
                        WHERE conversation_reading.read_up_to < excluded.read_up_to""").param("number", number).param("reader", reader).update();
    }

    private static String unread(String number) {
        return UNREAD.formatted(number, SINCE.formatted(number));
    }

    private static Line line(ResultSet row, int at) throws SQLException {
        return new Line(
                row.getString("number"),
                ConversationKind.valueOf(row.getString("kind")),
                row.getString("desk"),
                row.getObject("customer_id", UUID.class),
                row.getString("customer"),
                row.getString("reseller"),
                moment(row, "waiting_since").orElse(null),
                moment(row, "latest").orElseThrow(),
                row.getString("says"),
                row.getInt("unread"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
