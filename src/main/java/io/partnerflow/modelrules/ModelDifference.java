package io.partnerflow.modelrules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * One thing in which two versions of a process or form differ.
 *
 * @param element id of the element, or key of the field
 * @param name what people call it
 * @param property what of it has changed, such as {@code candidateGroups}; empty for the whole
 * @param before null where there was nothing
 * @param after null where there is nothing any more
 */
public record ModelDifference(
        Kind kind,
        String element,
        String name,
        String property,
        @Nullable String before,
        @Nullable String after) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What has become of it. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** Only in the drawing. */
        MOVED
    }

    /** @throws IllegalArgumentException if one of them is no process */
    public static List<ModelDifference> ofProcesses(byte[] before, byte[] after) {
        try {
            return compared(processParts(Xml.read("", before)), processParts(Xml.read("", after)));
        } catch (Xml.Unreadable unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    /** @throws IllegalArgumentException if one of them is no form */
    public static List<ModelDifference> ofForms(byte[] before, byte[] after) {
        try {
            return compared(fields(JSON.readTree(before)), fields(JSON.readTree(after)));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    /** @param says by property what stands there; {@code name} is what people call it, {@code @place} where it is drawn */
    private record Part(String name, Map<String, String> says) {}

    private static List<ModelDifference> compared(Map<String, Part> before, Map<String, Part> after) {
        var all = new ArrayList<ModelDifference>();
        after.forEach((id, part) -> {
            if (!before.containsKey(id)) {
                all.add(new ModelDifference(Kind.ADDED, id, part.name(), "", null, part.name()));
            }
        });
        before.forEach((id, part) -> {
            var now = after.get(id);
            if (now == null) {
                all.add(new ModelDifference(Kind.REMOVED, id, part.name(), "", part.name(), null));
            } else {
                all.addAll(changed(id, part, now));
            }
        });
        return List.copyOf(all);
    }

    private static List<ModelDifference> changed(String id, Part before, Part after) {
        var properties = new TreeMap<>(before.says());
        properties.putAll(after.says());
        var all = new ArrayList<ModelDifference>();
        properties.keySet().forEach(property -> {
            var was = before.says().get(property);
            var is = after.says().get(property);
            if (!Objects.equals(was, is) && !property.equals("@place")) {
                all.add(new ModelDifference(Kind.CHANGED, id, after.name(), property, was, is));
            }
        });
        var moved = !Objects.equals(before.says().get("@place"), after.says().get("@place"));
        if (all.isEmpty() && moved) {
            all.add(new ModelDifference(Kind.MOVED, id, after.name(), "", null, null));
        }
        return all;
    }

    private static Map<String, Part> processParts(Xml model) {
        var places = new LinkedHashMap<String, String>();
        model.named("BPMNShape")
                .forEach(shape -> Xml.child(shape, "Bounds")
                        .ifPresent(bounds -> places.put(
                                shape.getAttribute("bpmnElement"),
                                bounds.getAttribute("x") + "," + bounds.getAttribute("y"))));
        var names = new LinkedHashMap<String, String>();
        model.all().stream()
                .filter(ProcessRules::isNode)
                .forEach(node -> names.put(node.getAttribute("id"), Xml.called(node)));
        var parts = new LinkedHashMap<String, Part>();
        model.all().stream()
                .filter(element -> ProcessRules.isNode(element)
                        || List.of("process", "sequenceFlow", "message", "error")
                                .contains(element.getLocalName()))
                .filter(element -> !element.getAttribute("id").isEmpty())
                .forEach(element -> {
                    var says = new TreeMap<String, String>();
                    attributes(element, "", says);
                    Xml.children(element)
                            .filter(child -> !ProcessRules.isNode(child))
                            .forEach(child -> inner(child, "", says));
                    if (places.containsKey(element.getAttribute("id"))) {
                        says.put("@place", places.get(element.getAttribute("id")));
                    }
                    List.of("sourceRef", "targetRef")
                            .forEach(end -> says.computeIfPresent(end, (key, id) -> names.getOrDefault(id, id)));
                    parts.put(element.getAttribute("id"), new Part(called(element, names), says));
                });
        return parts;
    }

    /** A flow without a name is called by where it leads from and to. */
    private static String called(Element element, Map<String, String> names) {
        return ProcessRules.is(element, "sequenceFlow")
                        && element.getAttribute("name").isBlank()
                ? Stream.of("sourceRef", "targetRef")
                        .map(element::getAttribute)
                        .map(id -> names.getOrDefault(id, id))
                        .collect(Collectors.joining(" → "))
                : Xml.called(element);
    }

    private static void inner(Element child, String path, Map<String, String> says) {
        var kind = child.getLocalName();
        if (List.of("incoming", "outgoing", "sequenceFlow", "association", "textAnnotation")
                .contains(kind)) {
            return;
        }
        var named = child.getAttribute("name");
        var here = (path.isEmpty() ? "" : path + ".") + kind + (named.isEmpty() ? "" : " " + named);
        attributes(child, here + ".", says);
        var inside = Xml.children(child).toList();
        if (inside.isEmpty() && !child.getTextContent().isBlank()) {
            says.merge(here, child.getTextContent().strip(), (one, other) -> one + "\n" + other);
        } else if (inside.isEmpty() && !named.isEmpty()) {
            says.put(here, "✓");
        }
        inside.forEach(one -> inner(one, kind.equals("extensionElements") ? path : here, says));
    }

    private static void attributes(Element element, String prefix, Map<String, String> says) {
        var attributes = element.getAttributes();
        for (var i = 0; i < attributes.getLength(); i++) {
            var one = attributes.item(i);
            var name = one.getLocalName() == null ? one.getNodeName() : one.getLocalName();
            var kept = !name.equals("id") && !one.getNodeName().startsWith("xmlns");
            if (kept && !(prefix.length() > 0 && (name.equals("name") || name.equals("type")))) {
                says.put(prefix + name, one.getNodeValue());
            }
        }
    }

    private static Map<String, Part> fields(JsonNode form) {
        var parts = new LinkedHashMap<String, Part>();
        fields(form, parts);
        return parts;
    }

    private static void fields(JsonNode parent, Map<String, Part> parts) {
        var position = 0;
        for (var field : parent.path("components")) {
            var key = field.hasNonNull("key")
                    ? field.path("key").asText()
                    : field.path("id").asText();
            var label = field.path("label")
                    .asText(field.path("dateLabel").asText(field.path("text").asText(key)));
            var says = new TreeMap<String, String>();
            flat("", field, says);
            says.put("@place", String.valueOf(position++));
            parts.put(key, new Part(label.isBlank() ? key : label, says));
            fields(field, parts);
        }
    }

    private static void flat(String path, JsonNode node, Map<String, String> says) {
        node.fields().forEachRemaining(entry -> {
            var here = path + entry.getKey();
            if (entry.getValue().isObject()) {
                flat(here + ".", entry.getValue(), says);
            } else if (!List.of("components", "id").contains(entry.getKey())) {
                says.put(
                        here,
                        entry.getValue().isTextual()
                                ? entry.getValue().asText()
                                : entry.getValue().toString());
            }
        });
    }
}
