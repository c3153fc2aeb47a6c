package io.partnerflow.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is deployed when the application starts: what the release brings, except where it was changed here. Everything is
 * deployed together, so that a case finds the forms, tables and called processes of its time; nothing is deployed if
 * nothing differs.
 */
@Component
class SiteEdition extends AbstractProcessEnginePlugin {

    private final Map<String, byte[]> product = new TreeMap<>();
    private String name = "";

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        if (engine instanceof SpringProcessEngineConfiguration deploying) {
            name = deploying.getDeploymentName();
            Arrays.stream(deploying.getDeploymentResources()).forEach(this::bring);
            deploying.setDeploymentResources(with(changedHere(engine.getDataSource())).entrySet().stream()
                    .map(file -> new NamedFile(file.getKey(), file.getValue()))
                    .toArray(Resource[]::new));
        }
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

    /** The engine calls a file by its name, wherever it comes from. */
    private static final class NamedFile extends AbstractResource {

        private final String name;
        private final byte[] content;

        NamedFile(String name, byte[] content) {
            this.name = name;
            this.content = content;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getDescription() {
            return name;
        }
    }

    /** At the very first start there is no table yet. */
    private static Map<String, byte[]> changedHere(DataSource source) {
        var database = JdbcClient.create(source);
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
