package io.partnerflow.billing;

import io.partnerflow.shared.Money;
import io.partnerflow.tax.VatCase.Supply;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Charges of other modules as rows, never changed. */
@Repository
class OnceChargeRows {

    private final JdbcClient database;
    private final Clock clock;

    OnceChargeRows(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return false if it is there already */
    boolean insert(String source, OnceCharge charge) {
        var rows = database.sql("""
                        INSERT INTO once_charge (source, bill_to, reseller_id, customer_id, programme, subscription,
                            order_number, po_reference, payment_days, charged_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (source) DO NOTHING""")
                .params(
                        source,
                        charge.billTo(),
                        charge.reseller(),
                        charge.customer(),
                        charge.programme(),
                        charge.subscription(),
                        charge.orderNumber(),
                        charge.poReference(),
                        charge.paymentDays(),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        if (rows > 0) {
            insertLines(source, charge.lines());
        }
        return rows > 0;
    }

    private void insertLines(String source, List<OnceCharge.Line> lines) {
        for (var position = 0; position < lines.size(); position++) {
            var line = lines.get(position);
            database.sql("""
                            INSERT INTO once_charge_line (source, position, supply, description, currency, net)
                            VALUES (?, ?, ?, ?, ?, ?)""")
                    .params(
                            source,
                            position,
                            line.supply().name(),
                            line.description(),
                            line.net().currencyCode(),
                            line.net().amount())
                    .update();
        }
    }

    OnceCharge get(String source) {
        return database.sql("SELECT * FROM once_charge WHERE source = ?")
                .param(source)
                .query(this::charge)
                .single();
    }

    private OnceCharge charge(ResultSet row, int i) throws SQLException {
        var source = row.getString("source");
        return new OnceCharge(
                source,
                row.getObject("bill_to", UUID.class),
                row.getObject("reseller_id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getString("programme"),
                row.getString("subscription"),
                row.getString("order_number"),
                row.getString("po_reference"),
                row.getInt("payment_days"),
                lines(source));
    }

    private List<OnceCharge.Line> lines(String source) {
        return database.sql("SELECT * FROM once_charge_line WHERE source = ? ORDER BY position")
                .param(source)
                .query((row, i) -> new OnceCharge.Line(
                        Supply.valueOf(row.getString("supply")),
                        row.getString("description"),
                        Money.of(row.getBigDecimal("net"), row.getString("currency"))))
                .list();
    }
}
