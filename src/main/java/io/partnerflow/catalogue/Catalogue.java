package io.partnerflow.catalogue;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Products and their prices. */
@Service
@Transactional(readOnly = true)
public class Catalogue {

    private final JdbcClient database;

    Catalogue(JdbcClient database) {
        this.database = database;
    }

    /** What a programme offers, in the order the vendor wants it shown. */
    public List<Product> products(String programme) {
        return database.sql("SELECT * FROM product WHERE programme = ? ORDER BY position")
                .param(programme)
                .query(Catalogue::product)
                .list();
    }

    public Optional<Product> find(String code) {
        return database.sql("SELECT * FROM product WHERE code = ?")
                .param(code)
                .query(Catalogue::product)
                .optional();
    }

    /**
     * The price by the list valid on that day (PA-6).
     *
     * @param currency ISO 4217
     * @throws NotFound if the product has no price in that currency on that day
     */
    public ListPrice price(String product, String currency, LocalDate on) {
        return database.sql("""
                        SELECT p.*, l.price, l.currency, l.valid_from FROM list_price l JOIN product p ON p.code = l.product
                        WHERE l.product = ? AND l.currency = ? AND l.valid_from <= ?
                        ORDER BY l.valid_from DESC LIMIT 1""")
                .params(product, currency, on)
                .query((row, number) -> new ListPrice(
                        product(row, number),
                        Money.of(row.getBigDecimal("price").toPlainString(), row.getString("currency")),
                        row.getObject("valid_from", LocalDate.class)))
                .optional()
                .orElseThrow(() -> new NotFound("price", "%s in %s on %s".formatted(product, currency, on)));
    }

    private static Product product(ResultSet row, int number) throws SQLException {
        return new Product(
                row.getString("code"),
                row.getString("programme"),
                row.getString("name"),
                Product.Unit.valueOf(row.getString("unit")),
                Product.Supply.valueOf(row.getString("supply")),
                row.getString("device_type"));
    }
}
