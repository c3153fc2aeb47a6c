package io.partnerflow.steering;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whose matter a number is, one statement however many numbers are asked for. */
@Component
@Transactional(readOnly = true)
class AffectedParties {

    private final JdbcClient database;

    AffectedParties(JdbcClient database) {
        this.database = database;
    }

    /** Who waits for what a number stands for. */
    record Affected(String customer, String reseller) {

        /** Both; once where the reseller buys for itself. */
        public String names() {
            return customer.equals(reseller) ? customer : customer + ", " + reseller;
        }
    }

    /** By number; house-keeping runs and the like are nobody's. */
    Map<String, Affected> of(Collection<@Nullable String> numbers) {
        var wanted = numbers.stream().filter(Objects::nonNull).distinct().toArray(String[]::new);
        return database
                .sql("""
                        SELECT s.number, c.name AS customer, r.name AS reseller
                        FROM (SELECT number, customer_id, reseller_id FROM conversation_subject WHERE number = ANY(:numbers)
                            UNION SELECT number, customer_id, reseller_id FROM invoice WHERE number = ANY(:numbers)) s
                        JOIN organisation c ON c.id = s.customer_id JOIN organisation r ON r.id = s.reseller_id""")
                .param("numbers", wanted)
                .query((row, i) -> Map.entry(
                        row.getString("number"), new Affected(row.getString("customer"), row.getString("reseller"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }

    /** Whose matter a case is, also one that nobody but the vendor has to do with. */
    Optional<CasePages.Head> ofCase(String number) {
        return database.sql("""
                        SELECT a.programme, coalesce(c.name, a.applicant) AS customer, r.name AS reseller
                        FROM (SELECT programme, customer_id, reseller_id, applicant FROM case_about WHERE number = :number
                            UNION ALL SELECT NULL, NULL, organisation_id, NULL FROM payout_claim WHERE document = :number) a
                        LEFT JOIN organisation c ON c.id = a.customer_id LEFT JOIN organisation r ON r.id = a.reseller_id
                        LIMIT 1""")
                .param("number", number)
                .query((row, i) -> new CasePages.Head(
                        row.getString("customer"), row.getString("reseller"), row.getString("programme")))
                .optional();
    }

    Optional<Affected> of(@Nullable String number) {
        return number == null
                ? Optional.empty()
                : Optional.ofNullable(of(Set.of(number)).get(number));
    }
}
