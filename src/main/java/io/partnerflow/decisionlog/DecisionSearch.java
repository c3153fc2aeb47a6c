package io.partnerflow.decisionlog;

import io.partnerflow.shared.Listing;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds decisions in the log. */
@Component
class DecisionSearch {

    private final JdbcClient database;
    private final VendorCalendar calendar;

    DecisionSearch(JdbcClient database, VendorCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    Page<LoggedDecision> list(DecisionLog.Wanted wanted, Paging page) {
        var listing = Listing.of("decision_entry e", page)
                .where("e.about = :number", "number", wanted.number())
                .where("e.decision = :decision", "decision", wanted.table())
                .where("e.version = :version", "version", wanted.version())
                .where(":rule = ANY (e.rules)", "rule", wanted.rule())
                .where("e.decided_at >= :begins", "begins", moment(wanted.from()))
                .where(
                        "e.decided_at < :ends",
                        "ends",
                        moment(wanted.to() == null ? null : wanted.to().plusDays(1)))
                .by("decided_at DESC, id DESC");
        var rows = database.sql(listing.rows("e.*", ""))
                .params(listing.params())
                .query(DecisionEntries::read)
                .list();
        var counted = database.sql(listing.count())
                .params(listing.params())
                .query(Long.class)
                .single();
        return Page.of(rows, page, counted);
    }

    Optional<LoggedDecision> find(long id) {
        return database.sql("SELECT " + DecisionEntries.COLUMNS + " FROM decision_entry WHERE id = ?")
                .param(id)
                .query(DecisionEntries::read)
                .optional();
    }

    List<String> tables() {
        return database.sql("SELECT DISTINCT decision FROM decision_edition ORDER BY decision")
                .query(String.class)
                .list();
    }

    private @Nullable OffsetDateTime moment(@Nullable LocalDate day) {
        return day == null ? null : OffsetDateTime.ofInstant(calendar.startOfDay(day), ZoneOffset.UTC);
    }
}
