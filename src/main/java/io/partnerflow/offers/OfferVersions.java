package io.partnerflow.offers;

import io.partnerflow.catalogue.Product;
import io.partnerflow.documents.PostalAddress;
import io.partnerflow.offers.OfferView.Component;
import io.partnerflow.offers.OfferView.OwnService;
import io.partnerflow.pricing.UpfrontCommission;
import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.NamedEmail;
import io.partnerflow.shared.Percentage;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code offer_version}, {@code offer_component} and {@code offer_own_service}. */
@org.springframework.stereotype.Component
class OfferVersions {

    private final JdbcClient database;

    OfferVersions(JdbcClient database) {
        this.database = database;
    }

    /** Stores what is put together; what stood in this version before is gone. */
    void save(String offer, int version, CheckedOffer checked, Instant now) {
        delete(offer, version);
        insert(offer, version, checked, now);
        insertComponents(offer, version, checked.price());
        checked.ownServices().forEach(service -> insert(offer, version, service));
    }

    /** What has been sent stays: the database refuses it. */
    void delete(String offer, int version) {
        for (var table : List.of("offer_component", "offer_own_service")) {
            database.sql("DELETE FROM " + table + " WHERE offer_number = ? AND version = ?")
                    .params(offer, version)
                    .update();
        }
        database.sql("DELETE FROM offer_version WHERE offer_number = ? AND number = ?")
                .params(offer, version)
                .update();
    }

    /** The version goes out: nothing of it changes any more. */
    void sent(String offer, int version, LocalDate pricedOn, LocalDate validUntil, Instant now) {
        database.sql("""
                        UPDATE offer_version SET priced_on = ?, valid_until = ?, sent_at = ?
                        WHERE offer_number = ? AND number = ?""").params(pricedOn, validUntil, at(now), offer, version).update();
    }

    SavedVersion get(String offer, int version) {
        return database.sql("SELECT * FROM offer_version WHERE offer_number = ? AND number = ?")
                .params(offer, version)
                .query((row, number) -> read(row, components(offer, version), ownServices(offer, version)))
                .single();
    }

    /** Everything that was sent, latest first. */
    List<Integer> sentOf(String offer) {
        return database.sql("""
                        SELECT number FROM offer_version
                        WHERE offer_number = ? AND sent_at IS NOT NULL ORDER BY number DESC""").param(offer).query(Integer.class).list();
    }

    private void insert(String offer, int version, CheckedOffer checked, Instant now) {
        var address = checked.delivery().address();
        var price = checked.price();
        database.sql("""
                        INSERT INTO offer_version (offer_number, number, term_months, recipient_name, recipient_email, note,
                            delivery, street, line2, postal_code, city, country, priced_on, currency, monthly_rate,
                            full_term_value, commission, saved_by, saved_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        offer,
                        version,
                        price.termMonths(),
                        checked.recipient().name(),
                        checked.recipient().email().value(),
                        checked.note(),
                        checked.delivery().way().name(),
                        address.street(),
                        address.line2(),
                        address.postalCode(),
                        address.city(),
                        address.country(),
                        price.pricedOn(),
                        price.currency(),
                        price.monthlyRate().amount(),
                        price.commission().fullTermValue().amount(),
                        price.commission().commission().amount(),
                        checked.savedBy(),
                        at(now))
                .update();
    }

    private void insertComponents(String offer, int version, OfferPrice price) {
        for (var place = 0; place < price.components().size(); place++) {
            var component = price.components().get(place);
            database.sql("""
                            INSERT INTO offer_component (offer_number, version, position, product, name, category, quantity,
                                monthly, commission_rate, commission)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            offer,
                            version,
                            place + 1,
                            component.product(),
                            component.name(),
                            component.category().name(),
                            component.quantity(),
                            component.monthly().amount(),
                            component.commissionRate().value(),
                            price.commission().lines().get(place).amount())
                    .update();
        }
    }

    private void insert(String offer, int version, OwnService service) {
        database.sql("""
                        INSERT INTO offer_own_service (offer_number, version, position, name, quantity, monthly, once)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        offer,
                        version,
                        service.position(),
                        service.name(),
                        service.quantity(),
                        amount(service.monthly()),
                        amount(service.once()))
                .update();
    }

    private List<ComponentRow> components(String offer, int version) {
        return database.sql("""
                        SELECT c.*, v.currency FROM offer_component c
                        JOIN offer_version v ON v.offer_number = c.offer_number AND v.number = c.version
                        WHERE c.offer_number = ? AND c.version = ? ORDER BY c.position""")
                .params(offer, version)
                .query(OfferVersions::component)
                .list();
    }

    private List<OwnService> ownServices(String offer, int version) {
        return database.sql("""
                        SELECT s.*, v.currency FROM offer_own_service s
                        JOIN offer_version v ON v.offer_number = s.offer_number AND v.number = s.version
                        WHERE s.offer_number = ? AND s.version = ? ORDER BY s.position""")
                .params(offer, version)
                .query(OfferVersions::ownService)
                .list();
    }

    /** A component and what it earns. */
    private record ComponentRow(Component component, Money commission) {}

    private static ComponentRow component(ResultSet row, int number) throws SQLException {
        var currency = row.getString("currency");
        return new ComponentRow(
                new Component(
                        row.getString("product"),
                        row.getString("name"),
                        Product.Category.valueOf(row.getString("category")),
                        row.getInt("quantity"),
                        Money.of(row.getBigDecimal("monthly"), currency),
                        Percentage.of(row.getBigDecimal("commission_rate"))),
                Money.of(row.getBigDecimal("commission"), currency));
    }

    private static OwnService ownService(ResultSet row, int number) throws SQLException {
        return new OwnService(
                row.getInt("position"),
                row.getString("name"),
                row.getInt("quantity"),
                money(row.getBigDecimal("monthly"), row.getString("currency")),
                money(row.getBigDecimal("once"), row.getString("currency")));
    }

    private static SavedVersion read(ResultSet row, List<ComponentRow> components, List<OwnService> services)
            throws SQLException {
        var currency = row.getString("currency");
        var sent = row.getObject("sent_at", OffsetDateTime.class);
        return new SavedVersion(
                row.getInt("number"),
                new NamedEmail(row.getString("recipient_name"), EmailAddress.of(row.getString("recipient_email"))),
                row.getString("note"),
                delivery(row),
                new OfferPrice(
                        row.getInt("term_months"),
                        currency,
                        row.getObject("priced_on", LocalDate.class),
                        components.stream().map(ComponentRow::component).toList(),
                        Money.of(row.getBigDecimal("monthly_rate"), currency),
                        new UpfrontCommission(
                                Money.of(row.getBigDecimal("full_term_value"), currency),
                                components.stream()
                                        .map(ComponentRow::commission)
                                        .toList(),
                                Money.of(row.getBigDecimal("commission"), currency))),
                services,
                sent == null ? null : sent.toInstant(),
                row.getObject("valid_until", LocalDate.class));
    }

    private static OfferView.Delivery delivery(ResultSet row) throws SQLException {
        return new OfferView.Delivery(
                OfferView.Delivery.Way.valueOf(row.getString("delivery")),
                new PostalAddress(
                        row.getString("street"),
                        row.getString("line2"),
                        row.getString("postal_code"),
                        row.getString("city"),
                        row.getString("country")));
    }

    private static @Nullable Money money(@Nullable BigDecimal amount, String currency) {
        return amount == null ? null : Money.of(amount, currency);
    }

    private static @Nullable BigDecimal amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
