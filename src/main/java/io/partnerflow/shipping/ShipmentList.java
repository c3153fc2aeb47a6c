package io.partnerflow.shipping;

import static java.util.stream.Collectors.groupingBy;

import io.partnerflow.documents.PostalAddress;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Listing;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.Portions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Shipments as rows to read, with their pieces in one more query. */
@Repository
class ShipmentList {

    private static final Map<String, String> SORTS = Map.of(
            "shippedAt", "s.shipped_at, s.number",
            "-shippedAt", "s.shipped_at DESC, s.number DESC",
            "number", "s.number",
            "-number", "s.number DESC",
            "customer", "s.customer_sort, s.number",
            "-customer", "s.customer_sort DESC, s.number DESC");
    private static final int PORTION = 500;
    private static final String SELECTED = "s.*, c.name AS customer_name";
    private static final String CUSTOMER = "JOIN organisation c ON c.id = s.customer_id ";

    private record Row(String shipment, ShipmentView.Item item) {}

    private final JdbcClient database;
    private final ShippingSettings settings;

    ShipmentList(JdbcClient database, ShippingSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    Optional<ShipmentView> find(String number) {
        return withItems(select("WHERE s.number = ?")
                        .param(number)
                        .query(this::shipment)
                        .list())
                .stream()
                .findFirst();
    }

    List<ShipmentView> ofOrder(String order) {
        return withItems(select("WHERE s.order_number = ? ORDER BY s.number")
                .param(order)
                .query(this::shipment)
                .list());
    }

    List<ShipmentView> ofCustomer(UUID reseller, UUID customer) {
        return withItems(select("WHERE s.reseller_id = ? AND s.customer_id = ? ORDER BY s.number DESC LIMIT 200")
                .params(reseller, customer)
                .query(this::shipment)
                .list());
    }

    /** Orders of which pieces wait to be sent, longest first. */
    List<WaitingDelivery> waiting(int most) {
        return database.sql("""
                        SELECT d.order_number, c.name, count(*) AS pieces, min(d.since) AS since
                        FROM device d JOIN organisation c ON c.id = d.customer_id
                        WHERE d.status = 'ORDERED' GROUP BY d.order_number, c.name
                        ORDER BY min(d.since), d.order_number LIMIT ?""")
                .param(most)
                .query((row, i) -> new WaitingDelivery(
                        row.getString("order_number"),
                        row.getString("name"),
                        row.getInt("pieces"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** @throws Invalid if it cannot be sorted so */
    Page<ShipmentView> of(UUID reseller, Paging wanted) {
        var found = found(reseller, wanted);
        var items = database.sql(found.rows(SELECTED, CUSTOMER))
                .params(found.params())
                .query(this::shipment)
                .list();
        var total = database.sql(found.count())
                .params(found.params())
                .query(Long.class)
                .single();
        return Page.of(withItems(items), wanted, total);
    }

    /** The same from the first one on, handed out one by one; their pieces come a portion at a time. */
    void each(UUID reseller, Paging wanted, int most, Consumer<ShipmentView> taker) {
        var found = found(reseller, wanted).first(most);
        try (var rows =
                database.sql(found.rows(SELECTED, CUSTOMER)).params(found.params()).query(this::shipment).stream()) {
            Portions.of(rows, PORTION, portion -> withItems(portion).forEach(taker));
        }
    }

    private static Listing found(UUID reseller, Paging wanted) {
        return Listing.of("shipment s", wanted)
                .where("s.reseller_id = :reseller", "reseller", reseller)
                .searched("s.search")
                .sorted(SORTS, "-shippedAt");
    }

    private JdbcClient.StatementSpec select(String rest) {
        return database.sql("SELECT " + SELECTED + " FROM shipment s " + CUSTOMER + rest);
    }

    private List<ShipmentView> withItems(List<ShipmentView> shipments) {
        var items = items(shipments.stream().map(ShipmentView::number).toList()).stream()
                .collect(groupingBy(Row::shipment));
        return shipments.stream()
                .map(one -> with(
                        one,
                        items.getOrDefault(one.number(), List.of()).stream()
                                .map(Row::item)
                                .toList()))
                .toList();
    }

    private List<Row> items(Collection<String> shipments) {
        return shipments.isEmpty()
                ? List.of()
                : database.sql("""
                                SELECT i.*, d.product, p.name AS product_name FROM shipment_item i
                                JOIN device d ON d.id = i.device_id JOIN product p ON p.code = d.product
                                WHERE i.shipment IN (:shipments) ORDER BY i.shipment, i.position""")
                        .param("shipments", shipments)
                        .query((row, i) -> new Row(row.getString("shipment"), item(row)))
                        .list();
    }

    private static ShipmentView.Item item(ResultSet row) throws SQLException {
        var by = row.getString("confirmed_by");
        return new ShipmentView.Item(
                row.getObject("device_id", UUID.class),
                row.getString("product"),
                row.getString("product_name"),
                row.getString("serial"),
                Outcome.valueOf(row.getString("outcome")),
                row.getObject("received_on", LocalDate.class),
                by == null ? null : ConfirmedBy.valueOf(by));
    }

    private ShipmentView shipment(ResultSet row, int number) throws SQLException {
        var carrier = settings.carrier(row.getString("carrier"));
        var tracking = row.getString("tracking_number");
        return new ShipmentView(
                row.getString("number"),
                row.getString("order_number"),
                row.getObject("reseller_id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getString("customer_name"),
                ShipmentStatus.valueOf(row.getString("status")),
                row.getBoolean("via_reseller"),
                row.getString("recipient"),
                new PostalAddress(
                        row.getString("street"),
                        row.getString("line2"),
                        row.getString("postal_code"),
                        row.getString("city"),
                        row.getString("country")),
                carrier.map(ShippingSettings.Carrier::name).orElse(row.getString("carrier")),
                tracking,
                carrier.map(one -> one.page(tracking)).orElse(null),
                row.getObject("shipped_at", OffsetDateTime.class).toInstant(),
                row.getString("shipped_by"),
                row.getObject("note_id", UUID.class),
                row.getObject("received_on", LocalDate.class),
                List.of());
    }

    private static ShipmentView with(ShipmentView one, List<ShipmentView.Item> items) {
        return new ShipmentView(
                one.number(),
                one.order(),
                one.reseller(),
                one.customer(),
                one.customerName(),
                one.status(),
                one.viaReseller(),
                one.recipient(),
                one.address(),
                one.carrier(),
                one.trackingNumber(),
                one.trackingPage(),
                one.shippedAt(),
                one.shippedBy(),
                one.note(),
                one.receivedOn(),
                items);
    }
}
