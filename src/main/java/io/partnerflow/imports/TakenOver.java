package io.partnerflow.imports;

import io.partnerflow.shared.RowSet;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.RunningContract;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How contracts were called where they came from: each is taken over once. */
@Repository
class TakenOver {

    private final JdbcClient database;
    private final VendorCalendar calendar;

    TakenOver(JdbcClient database, VendorCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    record Key(UUID reseller, String reference) {}

    /** Those of them that are here already. */
    Set<Key> references(Collection<Key> keys) {
        var found = new HashSet<Key>();
        RowSet.inChunks(
                List.copyOf(keys),
                chunk -> found.addAll(database.sql("""
                        SELECT t.reseller_id, t.reference FROM taken_over_contract t
                        JOIN json_to_recordset(:rows::json) AS r (reseller uuid, reference text)
                            ON r.reseller = t.reseller_id AND r.reference = t.reference""")
                        .param(
                                "rows",
                                RowSet.of(chunk.stream()
                                        .map(key -> Map.of("reseller", key.reseller(), "reference", key.reference()))
                                        .toList()))
                        .query((row, number) -> new Key(row.getObject(1, UUID.class), row.getString(2)))
                        .list()));
        return found;
    }

    void note(List<RunningContract> contracts, List<String> subscriptions, String number) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var index = 0; index < contracts.size(); index++) {
            var row = new HashMap<String, Object>();
            row.put("subscription", subscriptions.get(index));
            row.put("reseller", contracts.get(index).wanted().reseller());
            row.put("reference", contracts.get(index).wanted().reference());
            rows.add(row);
        }
        RowSet.inChunks(
                rows,
                chunk -> database.sql("""
                        INSERT INTO taken_over_contract (subscription, reseller_id, reference, import, taken_over_on)
                        SELECT subscription, reseller, reference, :import, :today
                        FROM json_to_recordset(:rows::json) AS r (subscription text, reseller uuid, reference text)""")
                        .param("rows", RowSet.of(chunk))
                        .param("import", number)
                        .param("today", calendar.today())
                        .update());
    }
}
