package io.partnerflow.modelchanges;

import io.partnerflow.engine.CaseMoves;
import io.partnerflow.engine.ModuleService;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases that run on former versions of a process, and how they move to the one in force. */
@ModuleService
public class RunningCases {

    private final CaseMoves cases;
    private final JdbcClient database;

    RunningCases(CaseMoves cases, JdbcClient database) {
        this.cases = cases;
        this.database = database;
    }

    /**
     * A move of all cases of one former version.
     *
     * @param moved how many have moved
     * @param failed how many could not and stay where they were
     */
    public record Move(String process, String from, int cases, int moved, int failed) {

        public boolean finished() {
            return moved == cases;
        }
    }

    /** What a change moves, and how far it has come. */
    public List<Move> moves(String change) {
        return database.sql("""
                        SELECT process, from_definition, batch, cases FROM model_migration
                        WHERE change_number = ? ORDER BY process, from_definition""")
                .param(change)
                .query((row, index) -> {
                    var progress = cases.progress(row.getString("batch"), row.getInt("cases"));
                    return new Move(
                            row.getString("process"),
                            row.getString("from_definition"),
                            row.getInt("cases"),
                            progress.done(),
                            progress.failed());
                })
                .list();
    }

    /** How many cases of the process run on versions other than the one in force. */
    public long onFormerVersions(String process) {
        return cases.versions(process).stream()
                .skip(1)
                .mapToLong(CaseMoves.Deployed::running)
                .sum();
    }

    void move(ModelChange change, Instant now) {
        change.processes().forEach(process -> move(change, process, now));
    }

    private void move(ModelChange change, String process, Instant now) {
        var versions = cases.versions(process);
        var target = versions.stream()
                .filter(version ->
                        change.deployment() == null || version.edition().equals(change.deployment()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "%s has brought no version of %s".formatted(change.number(), process)));
        versions.stream()
                .filter(former -> former.version() < target.version() && former.running() > 0)
                .forEach(former ->
                        keep(change.number(), process, former, target, cases.move(former.id(), target.id()), now));
    }

    private void keep(
            String change, String process, CaseMoves.Deployed from, CaseMoves.Deployed to, String batch, Instant now) {
        database.sql("""
                        INSERT INTO model_migration
                            (id, change_number, process, from_definition, to_definition, batch, cases, began_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        UUID.randomUUID(),
                        change,
                        process,
                        from.id(),
                        to.id(),
                        batch,
                        from.running(),
                        OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    /** Elements of a former version where cases are that the version in force has no counterpart for. */
    public Set<String> stuck(String process) {
        var versions = cases.versions(process);
        var stuck = new java.util.TreeSet<String>();
        versions.stream()
                .skip(1)
                .filter(former -> former.running() > 0)
                .forEach(former -> stuck.addAll(
                        cases.withoutCounterpart(former.id(), versions.get(0).id())));
        return stuck;
    }
}
