package io.partnerflow.returns;

import io.partnerflow.returns.ReturnView.Kind;
import io.partnerflow.returns.ReturnView.Way;
import io.partnerflow.shared.Listing;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.Portions;
import io.partnerflow.shared.VendorCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Returns as rows. */
@Repository
class ReturnRows {

    private static final int PORTION = 500;

    private final JdbcClient database;
    private final VendorCalendar calendar;

    ReturnRows(JdbcClient database, VendorCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    void insert(ReturnView view, String requestedBy) {
        database.sql("""
                        INSERT INTO device_return (number, kind, subscription, order_number, reseller_id, customer_id, programme,
                            policy_version, way, reason, requested_by, status, started_on, due_on)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ANNOUNCED', ?, ?)""")
                .params(
                        view.number(),
                        view.kind().name(),
                        view.subscription(),
                        view.order(),
                        view.reseller(),
                        view.customer(),
                        view.programme(),
                        view.policyVersion(),
                        view.way().name(),
                        view.reason(),
                        view.kind() == Kind.DEVICES ? requestedBy : null,
                        view.startedOn(),
                        view.dueOn())
                .update();
    }

    /** @throws NotFound if there is none */
    ReturnView get(String number) {
        return one("SELECT * FROM device_return WHERE number = ?", number);
    }

    /** Nobody else works on the return until the transaction ends. @throws NotFound if there is none */
    ReturnView lock(String number) {
        return one("SELECT * FROM device_return WHERE number = ? FOR UPDATE", number);
    }

    private ReturnView one(String question, String number) {
        return database.sql(question)
                .param(number)
                .query(ReturnRows::read)
                .optional()
                .orElseThrow(() -> new NotFound("return", number));
    }

    Page<ReturnView> of(UUID reseller, Paging paging) {
        var found = found(reseller, paging);
        var items = database.sql(found.rows("r.*", ""))
                .params(found.params())
                .query(ReturnRows::read)
                .list();
        var total = database.sql(found.count())
                .params(found.params())
                .query(Long.class)
                .single();
        return Page.of(items, paging, total);
    }

    /** The same from the first one on, a portion at a time. */
    void each(UUID reseller, Paging paging, int most, Consumer<List<ReturnView>> taker) {
        var found = found(reseller, paging).first(most);
        try (var rows = database.sql(found.rows("r.*", "")).params(found.params()).query(ReturnRows::read).stream()) {
            Portions.of(rows, PORTION, taker);
        }
    }

    private static Listing found(UUID reseller, Paging paging) {
        return Listing.of("device_return r", paging)
                .where("r.reseller_id = :reseller", "reseller", reseller)
                .searched("r.search")
                .by("r.status, r.number DESC");
    }

    List<ReturnView> ofSubscription(String subscription) {
        return database.sql("SELECT * FROM device_return WHERE subscription = ? ORDER BY number DESC")
                .param(subscription)
                .query(ReturnRows::read)
                .list();
    }

    List<ReturnView> ofCustomer(UUID customer, int most) {
        return database.sql("SELECT * FROM device_return WHERE customer_id = ? ORDER BY number DESC LIMIT ?")
                .params(customer, most)
                .query(ReturnRows::read)
                .list();
    }

    /** Those that have not come to their end, the first due first. */
    List<ReturnView> open(int most) {
        return database.sql("SELECT * FROM device_return WHERE status = 'ANNOUNCED' ORDER BY due_on, number LIMIT ?")
                .param(most)
                .query(ReturnRows::read)
                .list();
    }

    /** Those that have, the newest first. */
    List<ReturnView> completed(int most) {
        return database.sql("SELECT * FROM device_return WHERE status = 'COMPLETED' ORDER BY completed_at DESC LIMIT ?")
                .param(most)
                .query(ReturnRows::read)
                .list();
    }

    void go(String number, Way way) {
        database.sql("UPDATE device_return SET way = ?, version = version + 1 WHERE number = ?")
                .params(way.name(), number)
                .update();
    }

    void dueOn(String number, LocalDate day) {
        database.sql("UPDATE device_return SET due_on = ?, version = version + 1 WHERE number = ?")
                .params(day, number)
                .update();
    }

    void reminded(String number) {
        database.sql("UPDATE device_return SET reminders = reminders + 1, version = version + 1 WHERE number = ?")
                .param(number)
                .update();
    }

    void charged(String number) {
        database.sql("UPDATE device_return SET charged_on = ?, version = version + 1 WHERE number = ?")
                .params(calendar.today(), number)
                .update();
    }

    void granted(String number, LocalDate until) {
        database.sql("UPDATE device_return SET granted_until = ?, version = version + 1 WHERE number = ?")
                .params(until, number)
                .update();
    }

    /** @return false if it was completed before */
    boolean complete(String number) {
        return database.sql("""
                        UPDATE device_return SET status = 'COMPLETED', completed_at = ?, version = version + 1
                        WHERE number = ? AND status = 'ANNOUNCED'""")
                        .params(OffsetDateTime.ofInstant(calendar.now(), ZoneOffset.UTC), number)
                        .update()
                > 0;
    }

    private static ReturnView read(ResultSet row, int i) throws SQLException {
        var completed = row.getObject("completed_at", OffsetDateTime.class);
        return new ReturnView(
                row.getString("number"),
                Kind.valueOf(row.getString("kind")),
                row.getString("subscription"),
                row.getString("order_number"),
                row.getObject("reseller_id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getString("programme"),
                row.getInt("policy_version"),
                Way.valueOf(row.getString("way")),
                row.getString("reason"),
                completed == null,
                row.getObject("started_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("granted_until", LocalDate.class),
                row.getInt("reminders"),
                row.getObject("charged_on", LocalDate.class),
                completed == null ? null : completed.toInstant());
    }
}
