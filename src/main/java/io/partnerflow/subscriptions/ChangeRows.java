package io.partnerflow.subscriptions;

import io.partnerflow.shared.NotFound;
import io.partnerflow.subscriptions.SubscriptionChange.Decision;
import io.partnerflow.subscriptions.SubscriptionChange.Details;
import io.partnerflow.subscriptions.SubscriptionChange.Extension;
import io.partnerflow.subscriptions.SubscriptionChange.Kind;
import io.partnerflow.subscriptions.SubscriptionChange.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The changes of contracts. A change goes from one status to the next; whoever comes second finds it gone. */
@Repository
class ChangeRows {

    private final JdbcClient database;

    ChangeRows(JdbcClient database) {
        this.database = database;
    }

    void insert(SubscriptionChange change) {
        var details = change.details();
        var extension = details.extension();
        database.sql("""
                        INSERT INTO subscription_change (number, subscription, kind, status, received_on, effective_on,
                            requested_by, answer_to, requested_at, reason, accepted_terms, old_reference, new_reference,
                            old_reseller, new_reseller, agreed, extended_months, extended_until)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        change.number(),
                        change.subscription(),
                        change.kind().name(),
                        change.status().name(),
                        change.receivedOn(),
                        change.effectiveOn(),
                        change.requester().by(),
                        change.requester().answerTo(),
                        OffsetDateTime.ofInstant(change.requestedAt(), ZoneOffset.UTC),
                        details.reason(),
                        details.acceptedTerms(),
                        details.oldReference(),
                        details.newReference(),
                        details.oldReseller(),
                        details.newReseller(),
                        details.agreed(),
                        extension == null ? null : extension.months(),
                        extension == null ? null : extension.until())
                .update();
        insertSeats(change.number(), change.seats());
    }

    private void insertSeats(String number, List<Seats> seats) {
        for (var position = 0; position < seats.size(); position++) {
            database.sql(
                            "INSERT INTO subscription_change_line (change, position, product, quantity) VALUES (?, ?, ?, ?)")
                    .params(
                            number,
                            position,
                            seats.get(position).product(),
                            seats.get(position).quantity())
                    .update();
        }
    }

    /** Other quantities for a change that is still to come. */
    void replaceSeats(String number, List<Seats> seats) {
        database.sql("DELETE FROM subscription_change_line WHERE change = ?")
                .param(number)
                .update();
        insertSeats(number, seats);
        database.sql("UPDATE subscription_change SET version = version + 1 WHERE number = ?")
                .param(number)
                .update();
    }

    /** @throws NotFound if there is none with this number */
    SubscriptionChange get(String number) {
        return find(number).orElseThrow(() -> new NotFound("change", number));
    }

    Optional<SubscriptionChange> find(String number) {
        return changes("c.number = :key", Map.of("key", number)).stream().findFirst();
    }

    /** Latest first. */
    List<SubscriptionChange> of(String subscription) {
        return changes("c.subscription = :key", Map.of("key", subscription));
    }

    /** What is still to come, latest request first. */
    List<SubscriptionChange> open(String subscription) {
        return changes("c.subscription = :key AND c.status IN ('REQUESTED', 'SCHEDULED')", Map.of("key", subscription));
    }

    /** Which of the subscriptions become smaller at a coming renewal. */
    Set<String> reduced(Collection<String> subscriptions) {
        return subscriptions.isEmpty()
                ? Set.of()
                : Set.copyOf(database.sql("""
                                SELECT DISTINCT subscription FROM subscription_change
                                WHERE subscription IN (:numbers) AND status = 'SCHEDULED' AND kind = 'REDUCE_SEATS'""")
                        .param("numbers", subscriptions)
                        .query(String.class)
                        .list());
    }

    /** @return whether it was in one of these and now is in the other */
    boolean move(String number, Collection<Status> from, Status to) {
        return database.sql("""
                        UPDATE subscription_change SET status = :to, version = version + 1
                        WHERE number = :number AND status IN (:from)""")
                        .param("to", to.name())
                        .param("number", number)
                        .param("from", from.stream().map(Status::name).toList())
                        .update()
                == 1;
    }

    /** By how many months the contract has been extended so far. */
    int extendedMonths(String subscription) {
        return database.sql(
                        "SELECT coalesce(sum(extended_months), 0) FROM subscription_change WHERE subscription = ? AND kind = 'EXTEND'")
                .param(subscription)
                .query(Integer.class)
                .single();
    }

    void decided(String number, String by, Instant at) {
        database.sql("UPDATE subscription_change SET decided_by = ?, decided_at = ? WHERE number = ?")
                .params(by, OffsetDateTime.ofInstant(at, ZoneOffset.UTC), number)
                .update();
    }

    void refused(String number, String reason, Instant at) {
        database.sql("""
                        UPDATE subscription_change SET status = 'REFUSED', reason = ?, decided_at = coalesce(decided_at, ?),
                            version = version + 1
                        WHERE number = ? AND status = 'REQUESTED'""")
                .params(reason, OffsetDateTime.ofInstant(at, ZoneOffset.UTC), number)
                .update();
    }

    private List<SubscriptionChange> changes(String where, Map<String, ?> params) {
        return database.sql("""
                        SELECT c.*, l.product, l.quantity FROM subscription_change c
                        LEFT JOIN subscription_change_line l ON l.change = c.number
                        WHERE %s ORDER BY c.number DESC, l.position""".formatted(where)).params(params).query((ResultSetExtractor<List<SubscriptionChange>>)
                ChangeRows::changes);
    }

    private static List<SubscriptionChange> changes(ResultSet row) throws SQLException {
        var changes = new ArrayList<SubscriptionChange>();
        var more = row.next();
        while (more) {
            var head = change(row, List.of());
            var seats = new ArrayList<Seats>();
            do {
                if (row.getString("product") != null) {
                    seats.add(new Seats(row.getString("product"), row.getInt("quantity")));
                }
                more = row.next();
            } while (more && row.getString("number").equals(head.number()));
            changes.add(new SubscriptionChange(
                    head.number(),
                    head.subscription(),
                    head.kind(),
                    head.status(),
                    head.receivedOn(),
                    head.effectiveOn(),
                    head.requester(),
                    head.requestedAt(),
                    head.decision(),
                    head.details(),
                    seats));
        }
        return changes;
    }

    private static SubscriptionChange change(ResultSet row, List<Seats> seats) throws SQLException {
        var decidedBy = row.getString("decided_by");
        return new SubscriptionChange(
                row.getString("number"),
                row.getString("subscription"),
                Kind.valueOf(row.getString("kind")),
                Status.valueOf(row.getString("status")),
                row.getObject("received_on", LocalDate.class),
                row.getObject("effective_on", LocalDate.class),
                new Requester(row.getString("requested_by"), row.getString("answer_to")),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                decidedBy == null
                        ? null
                        : new Decision(
                                decidedBy,
                                row.getObject("decided_at", OffsetDateTime.class)
                                        .toInstant()),
                new Details(
                        row.getString("reason"),
                        row.getString("accepted_terms"),
                        row.getString("old_reference"),
                        row.getString("new_reference"),
                        row.getObject("old_reseller", UUID.class),
                        row.getObject("new_reseller", UUID.class),
                        row.getString("agreed"),
                        extension(row)),
                seats);
    }

    private static @Nullable Extension extension(ResultSet row) throws SQLException {
        var until = row.getObject("extended_until", LocalDate.class);
        return until == null ? null : new Extension(row.getInt("extended_months"), until);
    }
}
