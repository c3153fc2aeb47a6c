package io.partnerflow.catalogue;

import io.partnerflow.catalogue.PriceListFiles.PriceBook;
import io.partnerflow.programmes.Programmes;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes products and price lists over from their files at every start. New lists are added; a list that contracts may
 * have been priced by cannot change any more, so a changed price in an old list stops the start.
 */
@Component
class PriceListLoader implements InitializingBean {

    private final PriceListFiles files;
    private final Programmes programmes;
    private final Validator validator;
    private final JdbcClient database;

    PriceListLoader(PriceListFiles files, Programmes programmes, Validator validator, JdbcClient database) {
        this.files = files;
        this.programmes = programmes;
        this.validator = validator;
        this.database = database;
    }

    @Override
    public void afterPropertiesSet() {
        files.read().forEach(this::load);
    }

    private void load(PriceBook book) {
        var wrong = validator.validate(book);
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("price lists of %s: %s".formatted(book.programme(), wrong));
        }
        programmes.get(book.programme());
        for (int position = 0; position < book.products().size(); position++) {
            var item = book.products().get(position);
            database.sql("""
                            INSERT INTO partnerflow.product (code, programme, name, unit, position, supply, device_type,
                                category, storage_media)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                            ON CONFLICT (code) DO UPDATE SET name = excluded.name, position = excluded.position,
                                supply = excluded.supply, device_type = excluded.device_type,
                                category = excluded.category, storage_media = excluded.storage_media""")
                    .params(
                            item.code(),
                            book.programme(),
                            item.name(),
                            item.unit().name(),
                            position,
                            item.supply().name(),
                            item.deviceType(),
                            item.category().name(),
                            item.storageMedia())
                    .update();
        }
        for (var list : book.priceLists()) {
            list.prices().forEach((product, price) -> load(product, list, price));
        }
    }

    private void load(String product, PriceListFiles.PriceList list, BigDecimal price) {
        database.sql("""
                        INSERT INTO partnerflow.list_price (product, currency, valid_from, term_months, price)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                .params(product, list.currency(), list.validFrom(), list.termMonths(), price)
                .update();
        var stored = database.sql("""
                        SELECT price FROM partnerflow.list_price
                        WHERE product = ? AND currency = ? AND valid_from = ? AND term_months = ?""")
                .params(product, list.currency(), list.validFrom(), list.termMonths())
                .query(BigDecimal.class)
                .single();
        if (stored.compareTo(price) != 0) {
            throw new IllegalStateException(
                    "the price of %s valid from %s was %s %s and cannot become %s: add a list with a later date"
                            .formatted(product, list.validFrom(), stored.toPlainString(), list.currency(), price));
        }
    }
}
