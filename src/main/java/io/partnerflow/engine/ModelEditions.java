package io.partnerflow.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The editions of a model that were ever in force. */
@Component
@Transactional(readOnly = true)
public class ModelEditions {

    private final JdbcClient database;

    ModelEditions(JdbcClient database) {
        this.database = database;
    }

    /** @param definition for {@link ProcessModels} */
    public record Edition(String process, int version, String definition, Instant since) {}

    /** Of one process, the newest first; empty if there is no such process. */
    public List<Edition> of(String process) {
        return database.sql("""
                        SELECT d.key_, d.version_, d.id_, p.deploy_time_ FROM public.act_re_procdef d
                        JOIN public.act_re_deployment p ON p.id_ = d.deployment_id_
                        WHERE d.key_ = ? ORDER BY d.version_ DESC""")
                .param(process)
                .query((row, number) -> new Edition(
                        row.getString(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()))
                .list();
    }

    /** The newest edition of every process, by the process's key. */
    public List<Edition> newest() {
        return database.sql("""
                        SELECT DISTINCT ON (d.key_) d.key_, d.version_, d.id_, p.deploy_time_ FROM public.act_re_procdef d
                        JOIN public.act_re_deployment p ON p.id_ = d.deployment_id_
                        ORDER BY d.key_, d.version_ DESC""")
                .query((row, number) -> new Edition(
                        row.getString(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()))
                .list();
    }

    public Optional<Edition> latest(String process) {
        return of(process).stream().findFirst();
    }
}
