package io.partnerflow.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnerflow.imports.Findings.Finding;
import io.partnerflow.imports.Takeover.Written;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.RowSet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tables of this module. */
@Repository
class ImportRows {

    private static final String VIEW = """
            SELECT i.number, i.reseller_id, i.status, i.file_name, i.sha256, i.uploaded_by, i.uploaded_at, i.customers, i.contracts,
                i.orders, i.errors, i.hints, i.confirmed_by, i.confirmed_at, i.finished_at, i.undone_by, i.undone_at,
                coalesce(p.done, 0) AS done, coalesce(p.total, 0) AS total,
                (SELECT o.number FROM data_import o WHERE o.sha256 = i.sha256 AND o.number <> i.number
                    AND o.reseller_id IS NOT DISTINCT FROM i.reseller_id
                    AND o.status IN ('CONFIRMED', 'WRITTEN', 'DONE') LIMIT 1) AS same_as
            FROM data_import i LEFT JOIN data_import_progress p ON p.import = i.number
            """;

    private final JdbcClient database;
    private final Clock clock;
    private final ObjectMapper json;

    ImportRows(JdbcClient database, Clock clock, ObjectMapper json) {
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    /** A file that has come in. */
    record Received(String number, Scope scope, String fileName, String sha256, byte[] content, ImportFile file) {}

    void insert(Received received, Findings findings) {
        database.sql("""
                        INSERT INTO data_import (number, reseller_id, status, file_name, sha256, content, uploaded_by, uploaded_at,
                            customers, contracts, orders, errors, hints)
                        VALUES (:number, :reseller, 'CHECKED', :name, :sha, :content, :by, :now, :customers, :contracts, :orders,
                            :errors, :hints)""")
                .param("number", received.number())
                .param("reseller", received.scope().reseller(), java.sql.Types.OTHER)
                .param("name", received.fileName())
                .param("sha", received.sha256())
                .param("content", received.content())
                .param("by", received.scope().by())
                .param("now", now())
                .param("customers", received.file().of(ImportKind.CUSTOMERS).size())
                .param("contracts", received.file().of(ImportKind.CONTRACTS).size())
                .param("orders", received.file().of(ImportKind.ORDERS).size())
                .param("errors", findings.errors())
                .param("hints", findings.hints())
                .update();
        keep(received.number(), findings);
    }

    /** What was found now takes the place of what was found before. */
    void keep(String number, Findings findings) {
        database.sql("DELETE FROM data_import_problem WHERE import = ?")
                .param(number)
                .update();
        var rows = new ArrayList<Map<String, Object>>();
        for (var finding : findings.kept()) {
            var row = new HashMap<String, Object>();
            row.put("position", rows.size());
            row.put("error", finding.error());
            row.put("sheet", finding.sheet().length() > 40 ? finding.sheet().substring(0, 40) : finding.sheet());
            row.put("line", finding.line());
            row.put("col", finding.column());
            row.put("field", finding.field());
            row.put("shown", finding.shown());
            row.put("text", finding.text());
            row.put("args", written(finding.args()));
            rows.add(row);
        }
        RowSet.inChunks(
                rows,
                chunk -> database.sql("""
                        INSERT INTO data_import_problem (import, position, error, sheet, line, col, field, shown, text, args)
                        SELECT :import, position, error, sheet, line, col, field, shown, text, args
                        FROM json_to_recordset(:rows::json) AS r (position int, error boolean, sheet text, line int, col int,
                            field text, shown text, text text, args text)""")
                        .param("import", number)
                        .param("rows", RowSet.of(chunk))
                        .update());
        database.sql("UPDATE data_import SET errors = ?, hints = ? WHERE number = ?")
                .params(findings.errors(), findings.hints(), number)
                .update();
    }

    private String written(List<Object> args) {
        try {
            return json.writeValueAsString(args.stream()
                    .map(arg -> arg instanceof Number ? arg : arg.toString())
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Finding> problems(String number, int most, long skip) {
        return database.sql(
                        "SELECT * FROM data_import_problem WHERE import = ? ORDER BY error DESC, position LIMIT ? OFFSET ?")
                .params(number, most, skip)
                .query((row, i) -> new Finding(
                        row.getBoolean("error"),
                        row.getString("sheet"),
                        row.getInt("line"),
                        row.getInt("col"),
                        row.getString("field"),
                        row.getString("shown"),
                        row.getString("text"),
                        args(row.getString("args"))))
                .list();
    }

    private List<Object> args(String written) {
        try {
            return json.readValue(written, new TypeReference<List<Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws NotFound if there is none, or it is somebody else's */
    ImportView get(@Nullable UUID reseller, String number) {
        return find(number)
                .filter(view -> reseller == null || reseller.equals(view.reseller()))
                .orElseThrow(() -> new NotFound("import", number));
    }

    Optional<ImportView> find(String number) {
        return database.sql(VIEW + "WHERE i.number = ?")
                .param(number)
                .query(ImportRows::view)
                .optional();
    }

    /** Latest first. @param reseller null for everybody's */
    List<ImportView> list(@Nullable UUID reseller, Paging paging) {
        return database.sql(VIEW
                        + (reseller == null ? "" : "WHERE i.reseller_id = :reseller ")
                        + "ORDER BY i.uploaded_at DESC, i.number DESC LIMIT :size OFFSET :skip")
                .param("reseller", reseller, java.sql.Types.OTHER)
                .param("size", paging.size())
                .param("skip", paging.offset())
                .query(ImportRows::view)
                .list();
    }

    long count(@Nullable UUID reseller) {
        return database.sql(
                        Paging.counted("FROM data_import" + (reseller == null ? "" : " WHERE reseller_id = :reseller")))
                .param("reseller", reseller, java.sql.Types.OTHER)
                .query(Long.class)
                .single();
    }

    byte[] content(String number) {
        return database.sql("SELECT content FROM data_import WHERE number = ?")
                .param(number)
                .query((row, i) -> row.getBytes(1))
                .single();
    }

    /** Keeps everybody else from doing anything with it until the transaction ends; its progress can still be written. */
    ImportStatus lock(String number) {
        return database.sql("SELECT status FROM data_import WHERE number = ? FOR NO KEY UPDATE")
                .param(number)
                .query((row, i) -> ImportStatus.valueOf(row.getString(1)))
                .optional()
                .orElseThrow(() -> new NotFound("import", number));
    }

    /** From here on what is written can be taken back without ending the transaction. */
    void mark() {
        database.sql("SAVEPOINT import_begins").update();
    }

    /** Nothing stands that was written since {@link #mark}. */
    void backToMark() {
        database.sql("ROLLBACK TO SAVEPOINT import_begins").update();
    }

    void confirmed(String number, String by) {
        database.sql("UPDATE data_import SET status = 'CONFIRMED', confirmed_by = ?, confirmed_at = ? WHERE number = ?")
                .params(by, now(), number)
                .update();
    }

    void is(String number, ImportStatus status) {
        database.sql("""
                        UPDATE data_import SET status = :status, finished_at = CASE WHEN :over THEN :now ELSE finished_at END
                        WHERE number = :number""")
                .param("status", status.name())
                .param("over", !status.isRunning())
                .param("now", now())
                .param("number", number)
                .update();
    }

    void undone(String number, String by) {
        database.sql("UPDATE data_import SET status = 'UNDONE', undone_by = ?, undone_at = ? WHERE number = ?")
                .params(by, now(), number)
                .update();
    }

    void written(String number, List<Written> written) {
        var rows = written.stream()
                .map(one -> Map.of(
                        "kind", one.kind().name(),
                        "line", one.line(),
                        "subject", one.subject(),
                        "created", one.created(),
                        "waiting", one.waiting()))
                .toList();
        RowSet.inChunks(
                rows,
                chunk -> database.sql("""
                        INSERT INTO data_import_row (import, kind, line, subject, created, waiting)
                        SELECT :import, kind, line, subject, created, waiting
                        FROM json_to_recordset(:rows::json) AS r (kind text, line int, subject text, created boolean, waiting boolean)""")
                        .param("import", number)
                        .param("rows", RowSet.of(chunk))
                        .update());
    }

    /** The organisations the import has made. */
    List<UUID> created(String number) {
        return database.sql(
                        "SELECT subject::uuid FROM data_import_row WHERE import = ? AND kind = 'CUSTOMERS' AND created")
                .param(number)
                .query(UUID.class)
                .list();
    }

    /** Takes the next orders whose processes have not been begun. */
    List<String> takeWaiting(String number, int most) {
        return database.sql("""
                        UPDATE data_import_row SET waiting = false, begun = true WHERE (import, kind, line) IN (
                            SELECT import, kind, line FROM data_import_row WHERE import = :import AND waiting
                            ORDER BY line LIMIT :most FOR UPDATE)
                        RETURNING subject""")
                .param("import", number)
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** Takes the orders whose processes were begun by the job before. */
    List<String> takeBegun(String number) {
        return database.sql("UPDATE data_import_row SET begun = false WHERE import = ? AND begun RETURNING subject")
                .param(number)
                .query(String.class)
                .list();
    }

    int waiting(String number) {
        return database.sql("SELECT count(*) FROM data_import_row WHERE import = ? AND (waiting OR begun)")
                .param(number)
                .query(Integer.class)
                .single();
    }

    /** Seen at once by whoever looks, whatever becomes of the caller's transaction. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void progress(String number, int done, int total) {
        database.sql("""
                        INSERT INTO data_import_progress (import, done, total, updated_at) VALUES (:import, :done, :total, :now)
                        ON CONFLICT (import) DO UPDATE SET done = :done, total = :total, updated_at = :now""")
                .param("import", number)
                .param("done", done)
                .param("total", total)
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static ImportView view(ResultSet row, int number) throws SQLException {
        return new ImportView(
                row.getString("number"),
                row.getObject("reseller_id", UUID.class),
                ImportStatus.valueOf(row.getString("status")),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getString("uploaded_by"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                row.getInt("customers"),
                row.getInt("contracts"),
                row.getInt("orders"),
                row.getInt("errors"),
                row.getInt("hints"),
                row.getString("confirmed_by"),
                moment(row, "confirmed_at"),
                moment(row, "finished_at"),
                row.getString("undone_by"),
                moment(row, "undone_at"),
                row.getInt("done"),
                row.getInt("total"),
                row.getString("same_as"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var stored = row.getObject(column, OffsetDateTime.class);
        return stored == null ? null : stored.toInstant();
    }
}
