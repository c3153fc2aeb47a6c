package io.partnerflow.credit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.partnerflow.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The decision log as rows; nothing in it ever changes. */
@Component
class CreditDecisionLog {

    /** The reason of an approval that rests on an earlier one. */
    static final String EARLIER_RESULT = "earlier-result";

    private final JdbcClient database;
    private final JsonMapper json = new JsonMapper();

    CreditDecisionLog(JdbcClient database) {
        this.database = database;
    }

    void append(CreditDecision decision, UUID customer) {
        var rule = decision.table();
        var limit = decision.limit();
        database.sql("""
                        INSERT INTO credit_decision (check_number, customer_id, decided_at, decided_by, inputs,
                            decision_table, table_version, rule, outcome, reason, credit_limit, currency, condition, note)
                        VALUES (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        decision.check(),
                        customer,
                        OffsetDateTime.ofInstant(decision.at(), ZoneOffset.UTC),
                        decision.by(),
                        written(decision),
                        rule == null ? null : rule.table(),
                        rule == null ? null : rule.version(),
                        rule == null ? null : rule.rule(),
                        decision.outcome().name(),
                        decision.reason(),
                        limit == null ? null : limit.amount(),
                        limit == null ? null : limit.currencyCode(),
                        decision.condition(),
                        decision.note())
                .update();
    }

    /** Everything decided in one check, oldest first. */
    List<CreditDecision> of(String check) {
        return database.sql("SELECT * FROM credit_decision WHERE check_number = ? ORDER BY id")
                .param(check)
                .query(this::decision)
                .list();
    }

    /** The last yes or no about a customer that was found for itself; a yes under a condition was for its order alone. */
    Optional<CreditDecision> lastResult(UUID customer) {
        return database.sql("""
                        SELECT * FROM credit_decision WHERE customer_id = ? AND outcome <> 'REFER' AND reason <> ?
                        ORDER BY id DESC LIMIT 1""")
                .params(customer, EARLIER_RESULT)
                .query(this::decision)
                .optional();
    }

    private CreditDecision decision(ResultSet row, int i) throws SQLException {
        return new CreditDecision(
                row.getString("check_number"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getString("decided_by"),
                read(row.getString("inputs")),
                rule(row),
                CreditDecision.Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"),
                row.getBigDecimal("credit_limit") == null
                        ? null
                        : Money.of(row.getBigDecimal("credit_limit"), row.getString("currency")),
                row.getString("condition"),
                row.getString("note"));
    }

    private static CreditDecision.@Nullable Rule rule(ResultSet row) throws SQLException {
        return row.getString("rule") == null
                ? null
                : new CreditDecision.Rule(
                        row.getString("decision_table"), row.getInt("table_version"), row.getString("rule"));
    }

    private String written(CreditDecision decision) {
        try {
            return json.writeValueAsString(decision.inputs());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private LinkedHashMap<String, String> read(String inputs) {
        try {
            return json.readValue(inputs, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
