package io.partnerflow.decisionlog;

import io.partnerflow.engine.DecisionMade;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The log as rows; nothing in it ever changes. */
@Component
class DecisionEntries {

    static final String COLUMNS = "id, decided_at, edition, decision, version, about, part, inputs, rules, outputs";

    private final JdbcTemplate batches;
    private final JdbcClient database;

    DecisionEntries(JdbcTemplate batches, JdbcClient database) {
        this.batches = batches;
        this.database = database;
    }

    /** A decision with the edition of its table. */
    record Row(Instant at, UUID edition, DecisionMade made, String inputs) {}

    void append(List<Row> rows) {
        batches.batchUpdate("""
                INSERT INTO decision_entry (decided_at, edition, decision, version, about, part, inputs, rules, outputs)
                VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb)""", rows, 500, (statement, row) -> {
            var made = row.made();
            statement.setObject(1, OffsetDateTime.ofInstant(row.at(), ZoneOffset.UTC));
            statement.setObject(2, row.edition());
            statement.setString(3, made.table());
            statement.setInt(4, made.version());
            statement.setString(5, made.about().number());
            statement.setString(6, shortened(made.about().part()));
            statement.setString(7, row.inputs());
            statement.setArray(
                    8,
                    statement.getConnection().createArrayOf("int4", made.rules().toArray()));
            statement.setString(9, Facts.written(made.outputs()));
        });
    }

    void keepEdition(UUID id, String decision, int version, String source) {
        database.sql(
                        "INSERT INTO decision_edition (id, decision, version, source) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(id, decision, version, source)
                .update();
    }

    String source(UUID edition) {
        return database.sql("SELECT source FROM decision_edition WHERE id = ?")
                .param(edition)
                .query(String.class)
                .single();
    }

    List<LoggedDecision> about(Collection<String> numbers, int most) {
        return numbers.isEmpty()
                ? List.of()
                : database.sql("SELECT " + COLUMNS
                                + " FROM decision_entry WHERE about IN (:numbers) ORDER BY id DESC LIMIT :most")
                        .param("numbers", numbers)
                        .param("most", most)
                        .query(DecisionEntries::read)
                        .list();
    }

    /** Latest first. */
    List<LoggedDecision> of(String decision, Instant from, Instant until, int most) {
        return database.sql("SELECT " + COLUMNS + """
                         FROM decision_entry WHERE decision = ? AND decided_at >= ? AND decided_at < ?
                        ORDER BY decided_at DESC, id DESC LIMIT ?""")
                .params(
                        decision,
                        OffsetDateTime.ofInstant(from, ZoneOffset.UTC),
                        OffsetDateTime.ofInstant(until, ZoneOffset.UTC),
                        most)
                .query(DecisionEntries::read)
                .list();
    }

    static LoggedDecision read(ResultSet row, int number) throws SQLException {
        return new LoggedDecision(
                row.getLong("id"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getObject("edition", UUID.class),
                row.getString("decision"),
                row.getInt("version"),
                row.getString("about"),
                row.getString("part"),
                Facts.read(row.getString("inputs")),
                Arrays.asList((Integer[]) row.getArray("rules").getArray()),
                Facts.read(row.getString("outputs")));
    }

    private static @Nullable String shortened(@Nullable String part) {
        return part == null || part.length() <= 200 ? part : part.substring(0, 200);
    }
}
