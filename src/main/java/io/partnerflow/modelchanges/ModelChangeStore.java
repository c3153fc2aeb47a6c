package io.partnerflow.modelchanges;

import io.partnerflow.modelchanges.ModelChange.Kind;
import io.partnerflow.modelchanges.ModelChange.Running;
import io.partnerflow.modelchanges.ModelChange.Status;
import io.partnerflow.modelrules.Finding;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes with their files and what was said about them. */
@Repository
class ModelChangeStore {

    private static final String CHANGES = """
            SELECT c.*, ARRAY(SELECT name FROM model_change_file f WHERE f.change_number = c.number ORDER BY name) AS files
            FROM model_change c
            """;

    private final JdbcClient database;

    ModelChangeStore(JdbcClient database) {
        this.database = database;
    }

    void add(
            String number, Kind kind, String reason, Running running, @Nullable String process, String by, Instant at) {
        database.sql("""
                        INSERT INTO model_change (number, kind, reason, running, process, status, proposed_by, proposed_at)
                        VALUES (:number, :kind, :reason, :running, :process, 'PROPOSED', :by, :at)""")
                .param("number", number)
                .param("kind", kind.name())
                .param("reason", reason)
                .param("running", running.name())
                .param("process", process, java.sql.Types.VARCHAR)
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    void addFile(String number, ModelFile file, byte @Nullable [] base) {
        database.sql(
                        "INSERT INTO model_change_file (change_number, name, content, base) VALUES (:number, :name, :content, :base)")
                .param("number", number)
                .param("name", file.name())
                .param("content", file.content())
                .param("base", base, java.sql.Types.BINARY)
                .update();
    }

    void addRemark(String number, int position, Finding remark) {
        database.sql("""
                        INSERT INTO model_change_remark (change_number, position, file, element, rule, details)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(
                        number,
                        position,
                        remark.file(),
                        remark.element(),
                        remark.rule(),
                        remark.details().toArray(String[]::new))
                .update();
    }

    /** What was remarked when the change was proposed. */
    List<Finding> remarks(String number) {
        return database.sql(
                        "SELECT file, element, rule, details FROM model_change_remark WHERE change_number = ? ORDER BY position")
                .param(number)
                .query((row, index) -> Finding.remark(
                        row.getString("file"),
                        row.getString("element"),
                        row.getString("rule"),
                        texts(row.getArray("details")).toArray(Object[]::new)))
                .list();
    }

    Optional<ModelChange> find(String number) {
        return database.sql(CHANGES + "WHERE number = ?")
                .param(number)
                .query(ModelChangeStore::read)
                .optional();
    }

    /** The change, which nobody else can decide until the transaction ends. */
    Optional<ModelChange> lock(String number) {
        return database.sql(CHANGES + "WHERE number = ? FOR UPDATE OF c")
                .param(number)
                .query(ModelChangeStore::read)
                .optional();
    }

    /** Latest first. */
    List<ModelChange> latest(int most) {
        return database.sql(CHANGES + "ORDER BY proposed_at DESC, number DESC LIMIT ?")
                .param(most)
                .query(ModelChangeStore::read)
                .list();
    }

    List<ModelChange> ofModel(String name, int most) {
        return database.sql(CHANGES + """
                        WHERE EXISTS (SELECT 1 FROM model_change_file f WHERE f.change_number = c.number AND f.name = ?)
                        ORDER BY proposed_at DESC, number DESC LIMIT ?""")
                .params(name, most)
                .query(ModelChangeStore::read)
                .list();
    }

    /** @param base null for a new file */
    record Change(ModelFile file, byte @Nullable [] base) {}

    List<Change> files(String number) {
        return database.sql("SELECT name, content, base FROM model_change_file WHERE change_number = ? ORDER BY name")
                .param(number)
                .query((row, index) ->
                        new Change(new ModelFile(row.getString("name"), row.getBytes("content")), row.getBytes("base")))
                .list();
    }

    void decide(String number, Status status, String by, Instant at, @Nullable String answer) {
        database.sql("""
                        UPDATE model_change SET status = :status, decided_by = :by, decided_at = :at, answer = :answer,
                            version = version + 1
                        WHERE number = :number""")
                .param("status", status.name())
                .param("by", by)
                .param("at", utc(at))
                .param("answer", answer, java.sql.Types.VARCHAR)
                .param("number", number)
                .update();
    }

    void putInForce(String number, @Nullable String deployment, Instant at) {
        database.sql("""
                        UPDATE model_change SET status = 'IN_FORCE', deployment = :deployment, in_force_at = :at,
                            version = version + 1
                        WHERE number = :number""")
                .param("deployment", deployment, java.sql.Types.VARCHAR)
                .param("at", utc(at))
                .param("number", number)
                .update();
    }

    /** @param broken rules that it would break by now; kept with what was remarked */
    void overtaken(String number, List<Finding> broken) {
        var known = remarks(number).size();
        for (var i = 0; i < broken.size(); i++) {
            addRemark(number, known + i, broken.get(i));
        }
        database.sql("UPDATE model_change SET status = 'OVERTAKEN', version = version + 1 WHERE number = ?")
                .param(number)
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static ModelChange read(ResultSet row, int index) throws SQLException {
        return new ModelChange(
                row.getString("number"),
                Kind.valueOf(row.getString("kind")),
                row.getString("reason"),
                Running.valueOf(row.getString("running")),
                row.getString("process"),
                Status.valueOf(row.getString("status")),
                row.getString("proposed_by"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getString("decided_by"),
                at(row, "decided_at"),
                row.getString("answer"),
                row.getString("deployment"),
                at(row, "in_force_at"),
                texts(row.getArray("files")));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
