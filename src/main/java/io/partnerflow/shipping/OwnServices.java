package io.partnerflow.shipping;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.orders.OrderView;
import io.partnerflow.orders.Orders;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Typed;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The reseller's own list of what it does beside the delivery. It never holds anything up, and may be corrected. */
@ModuleService
public class OwnServices {

    private static final int LONGEST_REASON = 500;

    private final JdbcClient database;
    private final Orders orders;
    private final PromisedServices promised;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    OwnServices(
            JdbcClient database, Orders orders, PromisedServices promised, VendorCalendar calendar, AuditTrail audit) {
        this.database = database;
        this.orders = orders;
        this.promised = promised;
        this.calendar = calendar;
        this.audit = audit;
    }

    /** Takes over what the offer promises; again, it changes nothing. */
    void note(OrderView order) {
        promised.of(order)
                .forEach(service -> database.sql("""
                                INSERT INTO own_service_task (order_number, position, name, quantity, status)
                                VALUES (?, ?, ?, ?, 'OPEN') ON CONFLICT DO NOTHING""")
                        .params(order.number(), service.position(), service.name(), service.quantity())
                        .update());
    }

    /** @throws NotFound if the order is another reseller's */
    @Transactional(readOnly = true)
    public List<OwnServiceTask> of(UUID reseller, String order) {
        orders.get(reseller, order);
        return database.sql("SELECT * FROM own_service_task WHERE order_number = ? ORDER BY position")
                .param(order)
                .query((row, i) -> new OwnServiceTask(
                        order,
                        row.getInt("position"),
                        row.getString("name"),
                        row.getInt("quantity"),
                        OwnServiceTask.Status.valueOf(row.getString("status")),
                        row.getObject("done_on", LocalDate.class),
                        row.getString("reason"),
                        row.getString("by_whom")))
                .list();
    }

    /**
     * @param on not after today
     * @throws Invalid on {@code doneOn}
     */
    public void done(UUID reseller, String order, int position, @Nullable LocalDate on, String by) {
        if (on == null) {
            throw Invalid.field("doneOn", "required", "forms.required", "doneOn");
        }
        if (on.isAfter(calendar.today())) {
            throw Invalid.field("doneOn", "day-ahead", null, on);
        }
        answer(reseller, order, position, "DONE", on, null, by);
    }

    /** @throws Invalid on {@code reason}, 1 to 500 characters */
    public void notDone(UUID reseller, String order, int position, @Nullable String why, String by) {
        var problems = new Invalid.Collector();
        var reason = Typed.line("reason", why, LONGEST_REASON, problems);
        problems.throwIfAny();
        answer(reseller, order, position, "NOT_DONE", null, reason, by);
    }

    private void answer(
            UUID reseller,
            String order,
            int position,
            String status,
            @Nullable LocalDate on,
            @Nullable String reason,
            String by) {
        orders.get(reseller, order);
        var found = database.sql("""
                        UPDATE own_service_task SET status = ?, done_on = ?, reason = ?, by_whom = ?
                        WHERE order_number = ? AND position = ?""")
                .params(status, on, reason, by, order, position)
                .update();
        if (found == 0) {
            throw new NotFound("own-service", position);
        }
        audit.record("own-service-" + ("DONE".equals(status) ? "done" : "not-done"), order, "%d".formatted(position));
    }
}
