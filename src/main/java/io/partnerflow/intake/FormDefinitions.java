package io.partnerflow.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The forms this build knows. */
@Component
public class FormDefinitions {

    private static final String NAME = "[a-z0-9][a-z0-9.-]{0,80}";

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, FormDefinition> known = new ConcurrentHashMap<>();

    /** The form in {@code forms/<name>.form}; empty where there is none. */
    public Optional<FormDefinition> named(String name) {
        var file = new ClassPathResource("forms/" + name + ".form");
        if (known.containsKey(name)) {
            return Optional.of(known.get(name));
        }
        if (!name.matches(NAME) || !file.exists()) {
            return Optional.empty();
        }
        try (var content = file.getInputStream()) {
            known.putIfAbsent(name, read(name, content));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Optional.of(known.get(name));
    }

    /**
     * A form from elsewhere, such as the version a running process was deployed with.
     *
     * @throws IllegalArgumentException if it holds something that Tasklist or the portal could not show
     */
    public FormDefinition read(String name, InputStream content) {
        try {
            return new FormDefinition(name, FormReader.read(json.readTree(content)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (IllegalArgumentException unusable) {
            throw new IllegalArgumentException("form " + name + ": " + unusable.getMessage(), unusable);
        }
    }
}
