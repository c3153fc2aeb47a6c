package io.partnerflow.programmes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The policy files; an unknown switch in one is an error, so that a typing mistake does not become a default. */
@Component
class PolicyFiles {

    private final Resource[] files;

    PolicyFiles(@Value("${partnerflow.programmes.location:classpath*:programmes/*.yaml}") Resource[] files) {
        this.files = files;
    }

    /** @param names by language; words, not rules: they may change within a version */
    record PolicyFile(ProgrammePolicy policy, Map<String, String> names) {}

    List<PolicyFile> read() {
        var policies = new ArrayList<PolicyFile>();
        for (var file : files) {
            policies.add(read(file));
        }
        return policies;
    }

    private static PolicyFile read(Resource file) {
        try {
            var sources = new MutablePropertySources();
            new YamlPropertySourceLoader().load(file.getFilename(), file).forEach(sources::addLast);
            var written = new Binder(ConfigurationPropertySources.from(sources));
            var policy = written.bind(
                            "programme",
                            Bindable.of(ProgrammePolicy.class),
                            new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                    .get();
            var names = written.bind("names", Bindable.mapOf(String.class, String.class));
            return new PolicyFile(policy, names.orElse(Map.of()));
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("programme file %s cannot be read".formatted(file.getFilename()), e);
        }
    }
}
