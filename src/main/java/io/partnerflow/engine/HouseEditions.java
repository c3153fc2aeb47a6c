package io.partnerflow.engine;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The editions of the house's models: each holds every process, table and form, and the latest is in force. A case stays
 * with the edition it began in, with all its forms, tables and called processes, until it is moved.
 */
@Component
public class HouseEditions {

    private static final String FILES = """
            SELECT d.id_ AS deployment, d.deploy_time_ AS since, b.bytes_ AS content,
                regexp_replace(b.name_, '^.*/', '') AS name
            FROM public.act_re_deployment d JOIN public.act_ge_bytearray b ON b.deployment_id_ = d.id_
            """;

    private final RepositoryService repository;
    private final SiteEdition site;
    private final JdbcClient database;
    private final OnBehalfOfTheHouse house;
    private final PlatformTransactionManager transactions;

    HouseEditions(
            @Lazy RepositoryService repository,
            SiteEdition site,
            JdbcClient database,
            OnBehalfOfTheHouse house,
            PlatformTransactionManager transactions) {
        this.repository = repository;
        this.site = site;
        this.database = database;
        this.house = house;
        this.transactions = transactions;
    }

    /** The file as new cases find it; empty if there is none. @param name such as {@code order.bpmn} */
    @Transactional(readOnly = true)
    public Optional<byte[]> inForce(String name) {
        return latest().flatMap(edition -> content(edition, name));
    }

    /** The file as one edition has it. */
    @Transactional(readOnly = true)
    public Optional<byte[]> content(String edition, String name) {
        return database.sql(FILES + "WHERE d.id_ = ? AND regexp_replace(b.name_, '^.*/', '') = ?")
                .params(edition, name)
                .query((row, index) -> row.getBytes("content"))
                .optional();
    }

    /** Every file in force, by name. */
    @Transactional(readOnly = true)
    public Map<String, byte[]> allInForce() {
        var files = new HashMap<String, byte[]>();
        latest().ifPresent(edition -> database.sql(FILES + "WHERE d.id_ = ?")
                .param(edition)
                .query(row -> {
                    files.put(row.getString("name"), row.getBytes("content"));
                }));
        return files;
    }

    /** Names of everything in force. */
    @Transactional(readOnly = true)
    public Set<String> names() {
        return new TreeSet<>(allInForce().keySet());
    }

    /**
     * A file in force.
     *
     * @param versions how many different ones there have been, one after the other
     * @param since when the one in force came
     */
    public record File(String name, int versions, Instant since) {}

    /** Everything in force, by name, with how often it has changed. */
    @Transactional(readOnly = true)
    public List<File> files() {
        return database.sql("""
                        WITH stood AS (
                            SELECT regexp_replace(b.name_, '^.*/', '') AS name, d.id_, d.deploy_time_ AS since,
                                sha256(b.bytes_) AS hash
                            FROM public.act_re_deployment d JOIN public.act_ge_bytearray b ON b.deployment_id_ = d.id_
                            WHERE d.name_ = :name),
                        compared AS (
                            SELECT name, id_, since, hash IS DISTINCT FROM
                                lag(hash) OVER (PARTITION BY name ORDER BY since, id_) AS differs
                            FROM stood)
                        SELECT name, count(*) FILTER (WHERE differs) AS versions,
                            max(since) FILTER (WHERE differs) AS since
                        FROM compared WHERE name ~ '[.](bpmn|dmn|form)$'
                        GROUP BY name HAVING bool_or(id_ = :latest) ORDER BY name""")
                .param("name", site.name())
                .param("latest", latest().orElse(""))
                .query((row, index) -> new File(
                        row.getString("name"),
                        row.getInt("versions"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    /** A file in one edition. @param differs whether it is another one than in the edition before */
    public record Stand(String edition, Instant since, boolean differs) {}

    /** A file in every edition that had it, oldest first. */
    @Transactional(readOnly = true)
    public List<Stand> stands(String name) {
        return database.sql("""
                        SELECT d.id_, d.deploy_time_ AS since, sha256(b.bytes_) IS DISTINCT FROM
                            lag(sha256(b.bytes_)) OVER (ORDER BY d.deploy_time_, d.id_) AS differs
                        FROM public.act_re_deployment d JOIN public.act_ge_bytearray b ON b.deployment_id_ = d.id_
                        WHERE d.name_ = ? AND regexp_replace(b.name_, '^.*/', '') = ?
                        ORDER BY d.deploy_time_, d.id_""")
                .params(site.name(), name)
                .query((row, index) ->
                        new Stand(row.getString(1), row.getTimestamp("since").toInstant(), row.getBoolean("differs")))
                .list();
    }

    /** What processes and tables are called, by the name of their file. */
    @Transactional(readOnly = true)
    public Map<String, String> titles() {
        var titles = new HashMap<String, String>();
        database.sql("""
                        SELECT DISTINCT ON (key_) key_ || '.bpmn' AS file, name_ FROM public.act_re_procdef
                        ORDER BY key_, version_ DESC""").query(row -> {
            titles.put(row.getString(1), row.getString(2));
        });
        database.sql("""
                        SELECT DISTINCT ON (key_) key_ || '.dmn' AS file, name_ FROM public.act_re_decision_def
                        ORDER BY key_, version_ DESC""").query(row -> {
            titles.put(row.getString(1), row.getString(2));
        });
        titles.values().removeIf(java.util.Objects::isNull);
        return titles;
    }

    /** What the release brings; empty for a file that was added here. */
    public Optional<byte[]> product(String name) {
        return Optional.ofNullable(site.product().get(name));
    }

    /** Id of the edition in force. */
    @Transactional(readOnly = true)
    public Optional<String> latest() {
        return database.sql("""
                        SELECT id_ FROM public.act_re_deployment WHERE name_ = ?
                        ORDER BY deploy_time_ DESC, id_ DESC LIMIT 1""").param(site.name()).query(String.class).optional();
    }

    /**
     * A file that was changed here.
     *
     * @param changedBy number of the change
     * @param product what the release brought when it was changed; null if it is new
     */
    public record Changed(String name, String changedBy, Instant changedAt, byte @Nullable [] product) {}

    /** What was changed here and stays when a release starts. */
    @Transactional(readOnly = true)
    public List<Changed> changedHere() {
        return database.sql("SELECT name, changed_by, changed_at, product FROM site_model ORDER BY name")
                .query((row, index) -> new Changed(
                        row.getString("name"),
                        row.getString("changed_by"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getBytes("product")))
                .list();
    }

    /** Whether the release that runs brings another version of the file than the one that was changed here. */
    public boolean releaseDiffers(Changed file) {
        return product(file.name())
                .map(brought -> !Arrays.equals(brought, file.product()))
                .orElse(false);
    }

    /** Nobody else puts an edition in force until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reserve() {
        SiteEdition.reserve(database);
    }

    /**
     * Makes a new edition with these files, for all nodes and without a restart. A file that equals what the release brings
     * is the release's again from now on.
     *
     * @param files by name; a null content takes a file away that was added here
     * @return id of the edition
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String putInForce(Map<String, byte @Nullable []> files, String change, Instant now) {
        files.forEach((name, content) -> keep(name, content, change, now));
        return house.ask(() -> site.deploy(repository, site.with(keptHere())));
    }

    /**
     * Shows the files to the engine without leaving anything behind.
     *
     * @return what the engine says against them, in its own words; empty if it takes them
     */
    public Optional<String> refusal(Map<String, byte[]> files) {
        var trial = new TransactionTemplate(transactions);
        trial.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return trial.execute(state -> {
            state.setRollbackOnly();
            try {
                house.run(() -> {
                    var deployment = repository.createDeployment().name("trial");
                    files.forEach((name, content) ->
                            deployment.addInputStream(name, new java.io.ByteArrayInputStream(content)));
                    deployment.deploy();
                });
                return Optional.empty();
            } catch (ProcessEngineException refused) {
                return Optional.of(refused.getMessage());
            }
        });
    }

    private void keep(String name, byte @Nullable [] content, String change, Instant now) {
        var brought = site.product().get(name);
        if (content == null || Arrays.equals(content, brought)) {
            database.sql("DELETE FROM site_model WHERE name = ?").param(name).update();
            return;
        }
        database.sql("""
                        INSERT INTO site_model (name, content, product, changed_by, changed_at)
                        VALUES (:name, :content, :product, :change, :now)
                        ON CONFLICT (name) DO UPDATE SET content = excluded.content, product = excluded.product,
                            changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
                .param("name", name)
                .param("content", content)
                .param("product", brought, java.sql.Types.BINARY)
                .param("change", change)
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    private Map<String, byte[]> keptHere() {
        var files = new HashMap<String, byte[]>();
        database.sql("SELECT name, content FROM site_model").query(row -> {
            files.put(row.getString("name"), row.getBytes("content"));
        });
        return files;
    }
}
