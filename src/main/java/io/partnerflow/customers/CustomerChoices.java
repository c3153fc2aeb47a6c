package io.partnerflow.customers;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** By what a reseller's customers can be filtered: only what finds somebody. */
@Service
@Transactional(readOnly = true)
public class CustomerChoices {

    /** From each place the index leaps to the next one, however many customers are in between. */
    private static final String PLACES = """
            WITH RECURSIVE place AS (
                (SELECT country, city FROM listed_customer WHERE reseller_id = :reseller ORDER BY country, city LIMIT 1)
                UNION ALL
                SELECT n.country, n.city FROM place p CROSS JOIN LATERAL (
                    SELECT l.country, l.city FROM listed_customer l
                    WHERE l.reseller_id = :reseller AND (l.country, l.city) > (p.country, p.city)
                    ORDER BY l.country, l.city LIMIT 1) n)
            SELECT country, city FROM place LIMIT :most""";

    private static final String COUNTRIES = """
            WITH RECURSIVE place AS (
                (SELECT country FROM listed_customer WHERE reseller_id = :reseller ORDER BY country LIMIT 1)
                UNION ALL
                SELECT n.country FROM place p CROSS JOIN LATERAL (
                    SELECT l.country FROM listed_customer l
                    WHERE l.reseller_id = :reseller AND l.country > p.country ORDER BY l.country LIMIT 1) n)
            SELECT country FROM place LIMIT :most""";

    private static final int MOST = 200;

    private final JdbcClient database;

    CustomerChoices(JdbcClient database) {
        this.database = database;
    }

    /** @param country ISO 3166-1 alpha-2 */
    public record Place(String country, String city) {}

    /** Countries the reseller's customers are in. */
    public List<String> countries(UUID reseller) {
        return database.sql(COUNTRIES)
                .param("reseller", reseller)
                .param("most", MOST)
                .query(String.class)
                .list();
    }

    /** Cities they are in, by country; none where there are more than anybody would choose from: searching finds them. */
    public List<Place> cities(UUID reseller) {
        var found = database.sql(PLACES)
                .param("reseller", reseller)
                .param("most", MOST + 1)
                .query((row, number) -> new Place(row.getString("country"), row.getString("city")))
                .list();
        return found.size() > MOST ? List.of() : found;
    }

    /** Those of the programmes some customer has to do with, in the same order. */
    public List<String> programmes(UUID reseller, Collection<String> known) {
        return known.stream().filter(code -> anyOf(reseller, code)).toList();
    }

    private boolean anyOf(UUID reseller, String programme) {
        return database.sql("""
                        SELECT EXISTS (SELECT 1 FROM listed_customer
                            WHERE reseller_id = :reseller AND programmes @> ARRAY[:programme]::text[])""")
                .param("reseller", reseller)
                .param("programme", programme)
                .query(Boolean.class)
                .single();
    }
}
