package io.partnerflow.trials;

import io.partnerflow.accounts.Property;
import io.partnerflow.catalogue.ListPrice;
import io.partnerflow.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code data_return}. */
@Component
class DataReturnTable {

    private final JdbcClient database;
    private final Clock clock;

    DataReturnTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void insert(String trial, Property property, ListPrice price, String requestedBy) {
        database.sql("""
                        INSERT INTO data_return (trial_number, property, property_name, product, price, currency,
                            requested_by, requested_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        trial,
                        property.id(),
                        property.name(),
                        price.product().code(),
                        price.price().amount(),
                        price.price().currencyCode(),
                        requestedBy,
                        now())
                .update();
    }

    List<String> propertiesOf(String trial) {
        return database.sql("SELECT property FROM data_return WHERE trial_number = ?")
                .param(trial)
                .query(String.class)
                .list();
    }

    List<DataReturn> of(String trial) {
        return database.sql("SELECT * FROM data_return WHERE trial_number = ? ORDER BY property_name, property")
                .param(trial)
                .query(DataReturnTable::read)
                .list();
    }

    void moved(String trial, List<String> properties) {
        database.sql("UPDATE data_return SET moved_at = :now WHERE trial_number = :trial AND property IN (:properties)")
                .param("now", now())
                .param("trial", trial)
                .param("properties", properties)
                .update();
    }

    void invoiced(String trial, String property, String invoice) {
        database.sql("""
                        UPDATE data_return SET invoice = ?
                        WHERE trial_number = ? AND property = ? AND invoice IS NULL""").params(invoice, trial, property).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static DataReturn read(ResultSet row, int number) throws SQLException {
        return new DataReturn(
                row.getString("property"),
                row.getString("property_name"),
                row.getString("product"),
                Money.of(row.getBigDecimal("price"), row.getString("currency")),
                row.getString("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("moved_at", OffsetDateTime.class)),
                row.getString("invoice"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime stored) {
        return stored == null ? null : stored.toInstant();
    }
}
