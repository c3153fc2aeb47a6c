package io.partnerflow.returns;

import io.partnerflow.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Fees as rows. */
@Repository
class FeeRows {

    private static final String SELECT = """
            SELECT f.*, i.number AS invoice FROM return_fee f LEFT JOIN invoice i ON i.source = f.charge
            """;

    private final JdbcClient database;

    FeeRows(JdbcClient database) {
        this.database = database;
    }

    List<ReturnFee> of(String number) {
        return database.sql(SELECT + "WHERE f.return_number = ? ORDER BY f.position")
                .param(number)
                .query(FeeRows::read)
                .list();
    }

    /** What was charged for missing devices of a contract, in whichever return, and has not been taken back. */
    List<ReturnFee> missing(String subscription) {
        return database.sql(SELECT + """
                        JOIN device_return r ON r.number = f.return_number
                        WHERE r.subscription = ? AND f.finding = 'LOST' AND f.credit IS NULL ORDER BY f.charge""")
                .param(subscription)
                .query(FeeRows::read)
                .list();
    }

    boolean exists(ReturnedDevice device, ReturnFee.Finding finding) {
        return database.sql("SELECT count(*) FROM return_fee WHERE return_number = ? AND serial = ? AND finding = ?")
                        .params(device.number(), device.serial(), finding.name())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The place of the next one; the return is locked, so nobody else takes it. */
    int next(String number) {
        return database.sql("SELECT coalesce(max(position), 0) + 1 FROM return_fee WHERE return_number = ?")
                .param(number)
                .query(Integer.class)
                .single();
    }

    void insert(String number, int position, ReturnFee fee) {
        database.sql("""
                        INSERT INTO return_fee (return_number, position, serial, finding, currency, amount, charge, charged_on)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        number,
                        position,
                        fee.serial(),
                        fee.finding().name(),
                        fee.amount().currencyCode(),
                        fee.amount().amount(),
                        fee.charge(),
                        fee.chargedOn())
                .update();
    }

    void credited(String charge, String credit) {
        database.sql("UPDATE return_fee SET credit = ? WHERE charge = ?")
                .params(credit, charge)
                .update();
    }

    private static ReturnFee read(ResultSet row, int i) throws SQLException {
        return new ReturnFee(
                row.getString("serial"),
                ReturnFee.Finding.valueOf(row.getString("finding")),
                Money.of(row.getBigDecimal("amount"), row.getString("currency")),
                row.getString("charge"),
                row.getObject("charged_on", LocalDate.class),
                row.getString("invoice"),
                row.getString("credit"));
    }
}
