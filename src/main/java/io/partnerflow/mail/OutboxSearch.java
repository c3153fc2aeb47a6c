package io.partnerflow.mail;

import io.partnerflow.shared.Listing;
import io.partnerflow.shared.Paging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds letters by what people remember of them. */
@Component
class OutboxSearch {

    private static final int LARGEST_PAGE = 200;
    private static final int LONGEST_SEARCH = 100;

    /** As the index letter_search has it. */
    private static final String SEARCHED =
            "lower(l.recipient || ' ' || l.recipient_name || ' ' || l.subject || ' ' || l.business_key)";

    private static final String COLUMNS =
            "l.*, (SELECT count(*) FROM letter_attachment a WHERE a.letter_id = l.id) AS attachments";

    private final JdbcClient database;

    OutboxSearch(JdbcClient database) {
        this.database = database;
    }

    OutboxPage page(String search, String status, int page, int size) {
        var wanted = paging(search, page, size);
        var found = Listing.of("letter l", wanted)
                .where("l.status = :status", "status", status)
                .searched(SEARCHED)
                .by("l.id DESC");
        var items = database.sql(found.rows(COLUMNS, ""))
                .params(found.params())
                .query(OutboxLine::of)
                .list();
        var total = database.sql(found.count())
                .params(found.params())
                .query(Long.class)
                .single();
        return new OutboxPage(items, wanted.page(), wanted.size(), total);
    }

    long total(String status) {
        return database.sql("SELECT count(*) FROM letter WHERE status = ?")
                .param(status)
                .query(Long.class)
                .single();
    }

    /** Whatever stands in the address, the nearest page there is. */
    private static Paging paging(String search, int page, int size) {
        var rows = Math.max(1, Math.min(size, LARGEST_PAGE));
        var number = Math.max(0, Math.min(page, (Paging.REACH - 1) / rows));
        return new Paging(number, rows, null, search.substring(0, Math.min(search.length(), LONGEST_SEARCH)));
    }
}
