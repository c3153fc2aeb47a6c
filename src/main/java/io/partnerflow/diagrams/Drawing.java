package io.partnerflow.diagrams;

import static io.partnerflow.diagrams.ModelXml.children;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What a model says about its own picture. */
final class Drawing {

    private final Map<String, Element> model = new HashMap<>();
    private final Set<String> defaults = new HashSet<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private String title = "";

    /** @throws IllegalArgumentException if the text is no BPMN model */
    Drawing(String bpmn) {
        var xml = new ModelXml(bpmn);
        xml.parts().forEach(this::remember);
        xml.shapes()
                .map(this::shape)
                .sorted(Comparator.comparingDouble(Shape::size).reversed())
                .forEach(shapes::add);
        xml.edges().map(this::line).forEach(lines::add);
    }

    /** Every node, the largest first, so that what lies inside or on another is drawn over it. */
    List<Shape> shapes() {
        return shapes;
    }

    List<Line> lines() {
        return lines;
    }

    /** The process's name. */
    String title() {
        return title;
    }

    private void remember(Element element) {
        model.put(element.getAttribute("id"), element);
        if (element.hasAttribute("default")) {
            defaults.add(element.getAttribute("default"));
        }
        if (element.getLocalName().equals("process")) {
            title = element.getAttribute("name");
        }
    }

    private Shape shape(Element drawn) {
        return new Shape(part(drawn), bounds(drawn), label(drawn));
    }

    private Line line(Element drawn) {
        var flow = meant(drawn);
        var points = children(drawn, "waypoint")
                .map(point -> new double[] {number(point, "x"), number(point, "y")})
                .toList();
        var others = defaults.contains(flow.getAttribute("id"));
        return new Line(
                part(drawn),
                flow.getAttribute("sourceRef"),
                flow.getAttribute("targetRef"),
                others,
                points,
                label(drawn));
    }

    private Part part(Element drawn) {
        var element = meant(drawn);
        var event = children(element)
                .map(Element::getLocalName)
                .filter(name -> name.endsWith("EventDefinition"))
                .map(name -> name.replace("EventDefinition", ""))
                .findFirst();
        return new Part(
                element.getAttribute("id"),
                element.getLocalName(),
                element.getAttribute("name"),
                event.orElse(""),
                !"false".equals(element.getAttribute("cancelActivity")),
                "true".equals(element.getAttribute("isForCompensation")),
                "true".equals(element.getAttribute("triggeredByEvent")),
                element.getAttribute("calledElement"));
    }

    private Element meant(Element drawn) {
        var element = model.get(drawn.getAttribute("bpmnElement"));
        if (element == null) {
            throw new IllegalArgumentException("drawn, but not in the model: " + drawn.getAttribute("bpmnElement"));
        }
        return element;
    }

    private static @Nullable Box label(Element drawn) {
        return children(drawn, "BPMNLabel").map(Drawing::bounds).findFirst().orElse(null);
    }

    private static Box bounds(Element drawn) {
        var bounds = children(drawn, "Bounds").findFirst().orElseThrow();
        return new Box(number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height"));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
