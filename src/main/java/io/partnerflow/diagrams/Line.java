package io.partnerflow.diagrams;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flow or an association where the model puts it.
 *
 * @param source id of the node it leaves
 * @param target id of the node it enters
 * @param others taken when no other flow of its gateway is
 * @param points corners, at least two, each an {@code [x, y]}
 * @param label  where its name goes; null if it has none
 */
record Line(
        Part part,
        String source,
        String target,
        boolean others,
        List<double[]> points,
        @Nullable Box label) {

    Line named(String name) {
        return new Line(part.named(name), source, target, others, points, label);
    }
}
