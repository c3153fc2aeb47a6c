package io.partnerflow.inventory;

import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Devices as rows to read. */
@Repository
class DeviceList {

    private static final Map<String, String> SORTS = Map.of(
            "since", "d.since, d.order_number, d.position",
            "-since", "d.since DESC, d.order_number DESC, d.position",
            "serial", "d.serial NULLS LAST, d.order_number, d.position",
            "-serial", "d.serial DESC NULLS LAST, d.order_number, d.position",
            "product", "lower(p.name), d.order_number, d.position",
            "-product", "lower(p.name) DESC, d.order_number, d.position",
            "customer", "lower(c.name), d.order_number, d.position",
            "-customer", "lower(c.name) DESC, d.order_number, d.position");
    private static final String FROM = """
             FROM device d JOIN product p ON p.code = d.product JOIN organisation c ON c.id = d.customer_id
            """;
    private static final String SELECTED = "SELECT d.*, p.name AS product_name, c.name AS customer_name" + FROM;
    private static final String FOUND = """
            WHERE d.reseller_id = :reseller
                AND (:search = '%%' OR lower(d.serial) LIKE :search ESCAPE '\\' OR lower(p.name) LIKE :search ESCAPE '\\'
                    OR lower(c.name) LIKE :search ESCAPE '\\' OR lower(d.order_number) LIKE :search ESCAPE '\\')
                AND (CAST(:status AS varchar) IS NULL OR d.status = :status)
                AND (CAST(:customer AS uuid) IS NULL OR d.customer_id = :customer)
            """;

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
        var sort = wanted.paging().sort() == null ? "-since" : wanted.paging().sort();
        if (!SORTS.containsKey(sort)) {
            throw new Invalid(new Invalid.Collector()
                    .reject("sort", "sort-unknown", sort, "since, serial, product, customer")
                    .fields());
        }
        var params = new HashMap<String, Object>();
        params.put("reseller", reseller);
        params.put("search", wanted.paging().pattern());
        params.put("status", wanted.status() == null ? null : wanted.status().name());
        params.put("customer", wanted.customer());
        var items = database.sql(SELECTED + FOUND + "ORDER BY " + SORTS.get(sort) + " LIMIT :size OFFSET :offset")
                .params(params)
                .param("size", wanted.paging().size())
                .param("offset", wanted.paging().offset())
                .query(DeviceList::device)
                .list();
        var total = database.sql("SELECT count(*)" + FROM + FOUND)
                .params(params)
                .query(Long.class)
                .single();
        return new Page<>(items, wanted.paging().page(), wanted.paging().size(), total);
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
