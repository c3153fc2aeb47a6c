package io.partnerflow.catalogue;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Products and their prices. */
@Service
@Transactional(readOnly = true)
public class Catalogue {

    private final JdbcClient database;

    private final ProductNames names;

    Catalogue(JdbcClient database, ProductNames names) {
        this.database = database;
        this.names = names;
    }

    /** What a programme offers, in the order the vendor wants it shown. */
    public List<Product> products(String programme) {
        return database.sql("SELECT * FROM product WHERE programme = ? ORDER BY position")
                .param(programme)
                .query(this::product)
                .list();
    }

    public Optional<Product> find(String code) {
        return database.sql("SELECT * FROM product WHERE code = ?")
                .param(code)
                .query(this::product)
                .optional();
    }

    /**
     * The price by the list valid on that day (PA-6), where it is the same for every term.
     *
     * @param currency ISO 4217
     * @throws NotFound if the product has no such price in that currency on that day
     */
    public ListPrice price(String product, String currency, LocalDate on) {
        return price(product, currency, on, 0);
    }

    /**
     * The price by the list valid on that day (PA-6) for a term; what has no price of its own for the term costs what it
     * costs for every term.
     *
     * @param currency ISO 4217
     * @throws NotFound if the product has no price in that currency and for that term on that day
     */
    public ListPrice price(String product, String currency, LocalDate on, int termMonths) {
        return database.sql("""
                        SELECT p.*, l.price, l.currency, l.valid_from FROM list_price l JOIN product p ON p.code = l.product
                        WHERE l.product = ? AND l.currency = ? AND l.valid_from <= ? AND l.term_months IN (0, ?)
                        ORDER BY l.valid_from DESC, l.term_months DESC LIMIT 1""")
                .params(product, currency, on, termMonths)
                .query(this::listPrice)
                .optional()
                .orElseThrow(() -> new NotFound(
                        "price", "%s in %s for %d months on %s".formatted(product, currency, termMonths, on)));
    }

    /**
     * The prices of a programme's products for a term by the lists valid on that day, by product code; what has no price
     * is left out.
     *
     * @param currency ISO 4217
     */
    public Map<String, ListPrice> prices(String programme, String currency, LocalDate on, int termMonths) {
        return database.sql("""
                        SELECT DISTINCT ON (p.code) p.*, l.price, l.currency, l.valid_from
                        FROM list_price l JOIN product p ON p.code = l.product
                        WHERE p.programme = ? AND l.currency = ? AND l.valid_from <= ? AND l.term_months IN (0, ?)
                        ORDER BY p.code, l.valid_from DESC, l.term_months DESC""").params(programme, currency, on, termMonths).query(this::listPrice).list().stream()
                .collect(toMap(one -> one.product().code(), identity()));
    }

    private ListPrice listPrice(ResultSet row, int number) throws SQLException {
        return new ListPrice(
                product(row, number),
                Money.of(row.getBigDecimal("price").toPlainString(), row.getString("currency")),
                row.getObject("valid_from", LocalDate.class));
    }

    private Product product(ResultSet row, int number) throws SQLException {
        return new Product(
                row.getString("code"),
                row.getString("programme"),
                names.of(row.getString("code"), row.getString("name")),
                Product.Unit.valueOf(row.getString("unit")),
                Product.Supply.valueOf(row.getString("supply")),
                row.getString("device_type"),
                Product.Category.valueOf(row.getString("category")),
                row.getInt("storage_media"));
    }
}
