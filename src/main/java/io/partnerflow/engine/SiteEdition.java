package io.partnerflow.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is deployed when the application starts: what the release brings, except where it was changed here. Everything is
 * deployed together, so that a case finds the forms, tables and called processes of its time; nothing is deployed if
 * nothing differs.
 */
@Component
class SiteEdition extends AbstractProcessEnginePlugin {

    private static final long LOCK = 7_270_001;

    private final Map<String, byte[]> product = new TreeMap<>();
    private String name = "";

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        if (engine instanceof SpringProcessEngineConfiguration deploying) {
            name = deploying.getDeploymentName();
            Arrays.stream(deploying.getDeploymentResources()).forEach(this::bring);
            deploying.setDeploymentResources(new Resource[0]); // deployed below, where nobody can get in between
        }
    }

    /** Another node may be putting a change in force at this moment: either it is seen here, or it comes after. */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        if (engine.getProcessEngineConfiguration() instanceof SpringProcessEngineConfiguration deploying) {
            new TransactionTemplate(deploying.getTransactionManager()).executeWithoutResult(state -> {
                var database = JdbcClient.create(deploying.getDataSource());
                reserve(database);
                deploy(engine.getRepositoryService(), with(changedHere(database)));
            });
        }
    }

    /** Nobody else deploys an edition until the caller's transaction ends. */
    static void reserve(JdbcClient database) {
        database.sql("SELECT pg_advisory_xact_lock(?)").param(LOCK).query(row -> {});
    }

    /** @return id of the edition; that of the latest one if nothing differs */
    String deploy(RepositoryService repository, Map<String, byte[]> files) {
        var deployment = repository.createDeployment().name(name).enableDuplicateFiltering(false);
        files.forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
        return deployment.deploy().getId();
    }

    /** What all editions are called: the engine compares only what is called the same. */
    String name() {
        return name;
    }

    /** What the release brings, by file name, forms in the vendor's language. */
    Map<String, byte[]> product() {
        return product;
    }

    /** All files as they are if these were changed here. */
    Map<String, byte[]> with(Map<String, byte[]> changed) {
        var all = new TreeMap<>(product);
        all.putAll(changed);
        return all;
    }

    private void bring(Resource file) {
        try {
            product.put(file.getFilename(), file.getContentAsByteArray());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** At the very first start there is no table yet. */
    private static Map<String, byte[]> changedHere(JdbcClient database) {
        var files = new LinkedHashMap<String, byte[]>();
        if (database.sql("SELECT to_regclass('partnerflow.site_model') IS NOT NULL")
                .query(Boolean.class)
                .single()) {
            database.sql("SELECT name, content FROM partnerflow.site_model").query(row -> {
                files.put(row.getString("name"), row.getBytes("content"));
            });
        }
        return files;
    }
}
