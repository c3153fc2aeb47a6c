package io.partnerflow.diagrams;

import java.util.List;
import java.util.stream.Stream;

/** Where a figure is written on an element. */
final class Plate {

    private static final double HEIGHT = 17;
    private static final double OVER = 11;

    private Plate() {}

    /**
     * In the middle of the upper edge; where an event sits there, in the corner it leaves free, else on the lower edge.
     *
     * @param attached events on the edges of elements
     */
    static Box at(Shape shape, double width, List<Box> attached) {
        var box = shape.box();
        var middle = new Box(box.centreX() - width / 2, box.y() - OVER, width, HEIGHT);
        if (!shape.part().isTask()) {
            return middle;
        }
        return Stream.of(
                        middle,
                        new Box(box.x() - 6, box.y() - OVER, width, HEIGHT),
                        new Box(box.right() + 6 - width, box.y() - OVER, width, HEIGHT),
                        new Box(middle.x(), box.bottom() - HEIGHT + OVER, width, HEIGHT))
                .filter(place -> attached.stream().noneMatch(place::meets))
                .findFirst()
                .orElse(middle);
    }
}
