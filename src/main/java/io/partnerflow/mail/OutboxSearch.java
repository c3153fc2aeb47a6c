package io.partnerflow.mail;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds letters by what people remember of them. */
@Component
class OutboxSearch {

    private static final int LARGEST_PAGE = 200;

    private static final String MATCHES = """
            FROM letter l
            WHERE (:status = '' OR status = :status)
              AND (:search = '' OR recipient ILIKE :pattern OR recipient_name ILIKE :pattern OR subject ILIKE :pattern
                   OR business_key ILIKE :pattern)
            """;

    private static final String PAGE = """
            SELECT l.*, (SELECT count(*) FROM letter_attachment a WHERE a.letter_id = l.id) AS attachments
            %sORDER BY id DESC LIMIT :rows OFFSET :skipped""".formatted(MATCHES);

    private final JdbcClient database;

    OutboxSearch(JdbcClient database) {
        this.database = database;
    }

    OutboxPage page(String search, String status, int page, int size) {
        var number = Math.max(0, page);
        var rows = Math.max(1, Math.min(size, LARGEST_PAGE));
        var items = matching(PAGE, search, status)
                .param("rows", rows)
                .param("skipped", (long) rows * number)
                .query(OutboxLine::of)
                .list();
        return new OutboxPage(items, number, rows, total(search, status));
    }

    long total(String search, String status) {
        return matching("SELECT count(*) " + MATCHES, search, status)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec matching(String sql, String search, String status) {
        return database.sql(sql)
                .param("status", status)
                .param("search", search)
                .param("pattern", "%" + search.replaceAll("([\\\\%_])", "\\\\$1") + "%");
    }
}
