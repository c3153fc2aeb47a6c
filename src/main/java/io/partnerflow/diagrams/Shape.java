package io.partnerflow.diagrams;

import org.jspecify.annotations.Nullable;

/**
 * A node where the model puts it.
 *
 * @param label where its name goes; null if the name goes inside
 */
record Shape(Part part, Box box, @Nullable Box label) {

    double size() {
        return box.width() * box.height();
    }

    /** Where its name is read. */
    Box labelled() {
        return label == null ? box : label;
    }

    Shape named(String name) {
        return new Shape(part.named(name), box, label);
    }
}
