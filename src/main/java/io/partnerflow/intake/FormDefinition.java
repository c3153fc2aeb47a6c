package io.partnerflow.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A form as it stands in its file: what it says, asks and accepts.
 *
 * @param name the file's name without its ending, the form's id to the engine and the last part of its address
 */
public record FormDefinition(String name, List<FormComponent> components) {

    /** Every question in reading order, those in groups and locked ones included. */
    public Stream<FormComponent> fields() {
        return components.stream()
                .flatMap(FormComponent::all)
                .filter(component -> component.type().asks());
    }

    public Optional<FormComponent> field(String key) {
        return fields().filter(field -> field.key().equals(key)).findFirst();
    }
}
