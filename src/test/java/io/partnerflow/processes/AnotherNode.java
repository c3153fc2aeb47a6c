package io.partnerflow.processes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.CompositeProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/** A second engine on the same database, as another node starts it: with all plugins, and a memory of its own. */
final class AnotherNode {

    private AnotherNode() {}

    /** @param release files in which the node's release differs from the one that runs, by name */
    static ProcessEngine start(ApplicationContext application, String name, Map<String, byte[]> release) {
        List<ProcessEnginePlugin> plugins = new ArrayList<>(application
                .getBeanProvider(ProcessEnginePlugin.class)
                .orderedStream()
                .toList());
        plugins.add(new OfRelease(name, release));
        var node = new SpringProcessEngineConfiguration();
        node.setApplicationContext(application);
        node.getProcessEnginePlugins().add(new CompositeProcessEnginePlugin(plugins));
        return node.buildProcessEngine();
    }

    private static final class OfRelease extends AbstractProcessEnginePlugin {

        private final String name;
        private final Map<String, byte[]> release;

        OfRelease(String name, Map<String, byte[]> release) {
            this.name = name;
            this.release = release;
        }

        @Override
        public void preInit(ProcessEngineConfigurationImpl engine) {
            engine.setProcessEngineName(name);
            var node = (SpringProcessEngineConfiguration) engine;
            var files = new ArrayList<Resource>();
            Arrays.stream(node.getDeploymentResources())
                    .filter(file -> !release.containsKey(Objects.requireNonNull(file.getFilename())))
                    .forEach(files::add);
            release.forEach((file, content) -> files.add(new NamedFile(file, content)));
            node.setDeploymentResources(files.toArray(Resource[]::new));
        }
    }

    private static final class NamedFile extends ByteArrayResource {

        private final String name;

        NamedFile(String name, byte[] content) {
            super(content);
            this.name = name;
        }

        @Override
        public String getFilename() {
            return name;
        }
    }
}
