package io.partnerflow.parties;

import io.partnerflow.shared.Conflict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Resellers may be linked to resellers, without circles and not too deep: at most three links lie between whoever is at
 * the top and an organisation at the bottom (distributor, reseller, sub-reseller, customer). <b>Source:</b> HA-8.
 */
@Component
class Hierarchy {

    static final int DEEPEST = 3;

    private static final String WAYS_UP = ways("customer_id", "reseller_id");
    private static final String WAYS_DOWN = ways("reseller_id", "customer_id");

    private final JdbcClient database;

    Hierarchy(JdbcClient database) {
        this.database = database;
    }

    /**
     * Until the transaction ends nobody else makes a link: two that are fine each could be a circle together.
     *
     * @throws Conflict {@code link-circle} or {@code link-too-deep} with the path in words
     */
    void requireRoomFor(UUID reseller, UUID customer) {
        database.sql("SELECT pg_advisory_xact_lock(hashtextextended('reseller-links', 0))")
                .query((row, number) -> "")
                .single();
        var circle = up(reseller, "WHERE last = :to", customer);
        if (!circle.isEmpty()) {
            throw new Conflict("link-circle", inWords(joined(List.of(reseller), circle)));
        }
        var path = joined(up(reseller, "ORDER BY cardinality(path) DESC", customer), below(customer));
        if (path.size() - 1 > DEEPEST) {
            throw new Conflict("link-too-deep", inWords(path), DEEPEST);
        }
    }

    /** A way up from the reseller, told from its top down; empty if there is none such. */
    private List<UUID> up(UUID reseller, String which, UUID to) {
        var way = new ArrayList<>(database.sql(WAYS_UP + which + " LIMIT 1")
                .param("from", reseller)
                .param("deepest", DEEPEST)
                .param("to", to)
                .query(Hierarchy::path)
                .optional()
                .orElse(List.of()));
        Collections.reverse(way);
        return way;
    }

    private List<UUID> below(UUID customer) {
        return database.sql(WAYS_DOWN + "ORDER BY cardinality(path) DESC LIMIT 1")
                .param("from", customer)
                .param("deepest", DEEPEST)
                .query(Hierarchy::path)
                .single();
    }

    private static String ways(String here, String there) {
        return """
                WITH RECURSIVE way (last, path) AS (
                    SELECT CAST(:from AS uuid), ARRAY[CAST(:from AS uuid)]
                    UNION ALL
                    SELECT l.%2$s, w.path || l.%2$s FROM way w
                    JOIN reseller_link l ON l.%1$s = w.last AND l.until IS NULL
                    WHERE cardinality(w.path) <= :deepest)
                SELECT path FROM way
                """.formatted(here, there);
    }

    private static List<UUID> path(ResultSet row, int number) throws SQLException {
        return Arrays.asList((UUID[]) row.getArray("path").getArray());
    }

    private static List<UUID> joined(List<UUID> first, List<UUID> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private String inWords(List<UUID> path) {
        return path.stream()
                .map(organisation -> database.sql("SELECT name FROM organisation WHERE id = ?")
                        .param(organisation)
                        .query(String.class)
                        .single())
                .collect(Collectors.joining(" → "));
    }
}
