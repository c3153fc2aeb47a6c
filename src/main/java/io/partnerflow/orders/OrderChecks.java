package io.partnerflow.orders;

import io.partnerflow.shared.VendorLanguage;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks every {@link OrderCheck} and keeps the answers. */
@Component
class OrderChecks {

    private final ObjectProvider<OrderCheck> checks;
    private final JdbcClient database;
    private final MessageSource messages;
    private final Locale staff;

    OrderChecks(ObjectProvider<OrderCheck> checks, JdbcClient database, MessageSource messages, VendorLanguage staff) {
        this.checks = checks;
        this.database = database;
        this.messages = messages;
        this.staff = staff.locale();
    }

    /** Whether all of them passed. Asked again, the new answers replace the old. */
    boolean answer(OrderView order) {
        database.sql("DELETE FROM order_check WHERE order_number = ?")
                .param(order.number())
                .update();
        return checks.stream()
                .sorted(Comparator.comparingInt(OrderCheck::position))
                .map(check -> keep(order, check, check.answer(order)))
                .reduce(true, Boolean::logicalAnd);
    }

    private boolean keep(OrderView order, OrderCheck check, OrderCheck.Answer answer) {
        database.sql("INSERT INTO order_check (order_number, position, name, passed, detail) VALUES (?, ?, ?, ?, ?)")
                .params(order.number(), check.position(), check.name(), answer.passed(), answer.detail())
                .update();
        return answer.passed();
    }

    /** One line per answer, failed ones marked. */
    List<String> lines(String order) {
        return database.sql("SELECT name, passed, detail FROM order_check WHERE order_number = ? ORDER BY position")
                .param(order)
                .query((row, number) -> "%s %s: %s"
                        .formatted(
                                row.getBoolean("passed") ? "✓" : "✗",
                                messages.getMessage("order-check." + row.getString("name"), null, staff),
                                row.getString("detail")))
                .list();
    }
}
