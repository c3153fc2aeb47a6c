package io.partnerflow.inventory;

import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Listing;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Devices as rows to read. */
@Repository
class DeviceList {

    private static final Map<String, String> SORTS = Map.of(
            "since", "d.since, d.order_number, d.position",
            "-since", "d.since DESC, d.order_number DESC, d.position",
            "serial", "d.serial, d.order_number, d.position",
            "-serial", "d.serial DESC NULLS LAST, d.order_number DESC, d.position DESC",
            "product", "d.product_sort, d.order_number, d.position",
            "-product", "d.product_sort DESC, d.order_number DESC, d.position DESC",
            "customer", "d.customer_sort, d.order_number, d.position",
            "-customer", "d.customer_sort DESC, d.order_number DESC, d.position DESC");
    private static final String COLUMNS = "d.*, p.name AS product_name, c.name AS customer_name";
    private static final String JOINED = """
            JOIN product p ON p.code = d.product JOIN organisation c ON c.id = d.customer_id
            """;
    private static final String SELECTED = "SELECT " + COLUMNS + " FROM device d " + JOINED;

    private final JdbcClient database;

    DeviceList(JdbcClient database) {
        this.database = database;
    }

    /** @throws NotFound if there is none */
    InventoryDevice get(UUID id) {
        return database.sql(SELECTED + "WHERE d.id = ?")
                .param(id)
                .query(DeviceList::device)
                .optional()
                .orElseThrow(() -> new NotFound("device", id));
    }

    Optional<InventoryDevice> bySerial(SerialNumber serial) {
        return database.sql(SELECTED + "WHERE d.serial = ?")
                .param(serial.value())
                .query(DeviceList::device)
                .optional();
    }

    List<InventoryDevice> bySerials(Collection<String> serials) {
        return serials.isEmpty()
                ? List.of()
                : database.sql(SELECTED + "WHERE d.serial IN (:serials) ORDER BY d.order_number, d.position")
                        .param("serials", serials)
                        .query(DeviceList::device)
                        .list();
    }

    List<InventoryDevice> ofOrder(String order) {
        return database.sql(SELECTED + "WHERE d.order_number = ? ORDER BY d.position")
                .param(order)
                .query(DeviceList::device)
                .list();
    }

    /** @throws Invalid if it cannot be sorted so */
    Page<InventoryDevice> of(UUID reseller, DeviceSearch wanted) {
        var found = found(reseller, wanted);
        var items = database.sql(found.rows(COLUMNS, JOINED))
                .params(found.params())
                .query(DeviceList::device)
                .list();
        var total = database.sql(found.count())
                .params(found.params())
                .query(Long.class)
                .single();
        return Page.of(items, wanted.paging(), total);
    }

    /** The same from the first one on, handed out one by one. */
    void each(UUID reseller, DeviceSearch wanted, int most, Consumer<InventoryDevice> taker) {
        var found = found(reseller, wanted).first(most);
        try (var rows =
                database.sql(found.rows(COLUMNS, JOINED)).params(found.params()).query(DeviceList::device).stream()) {
            rows.forEach(taker);
        }
    }

    private static Listing found(UUID reseller, DeviceSearch wanted) {
        return Listing.of("device d", wanted.paging())
                .where("d.reseller_id = :reseller", "reseller", reseller)
                .where("d.status = :status", "status", wanted.status())
                .where("d.customer_id = :customer", "customer", wanted.customer())
                .searched("d.search")
                .sorted(SORTS, "-since");
    }

    /** Found by device_reseller. */
    boolean any(UUID reseller) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM device WHERE reseller_id = ?)")
                .param(reseller)
                .query(Boolean.class)
                .single();
    }

    private static InventoryDevice device(ResultSet row, int number) throws SQLException {
        var finding = row.getString("finding");
        return new InventoryDevice(
                row.getObject("id", UUID.class),
                row.getString("order_number"),
                row.getInt("position"),
                row.getString("product"),
                row.getString("product_name"),
                row.getInt("storage_media"),
                row.getObject("customer_id", UUID.class),
                row.getString("customer_name"),
                row.getObject("reseller_id", UUID.class),
                row.getString("serial"),
                DeviceStatus.valueOf(row.getString("status")),
                finding == null ? null : Finding.valueOf(finding),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("replaces", UUID.class));
    }
}
