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
}
