package io.partnerflow.diagrams;

import static io.partnerflow.diagrams.ModelXml.children;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * What people outside the house may read of a model: its shape and its names, but no notes, rules or settings. Elements
 * with the property {@code audience=internal} keep their place and lose their name and id; a whole process that has it is
 * not for them at all.
 */
final class PublicModel {

    /** What an internal task is called instead; translated like every other name. */
    static final String INTERNAL_STEP = "Internal step";

    /** How the part of a drawing that belongs to an element is called after it. */
    private static final String DRAWN = "_di";

    private static final String ENGINE = "http://camunda.org/schema/1.0/bpmn";
    private static final String MODELER = "http://camunda.org/schema/modeler/1.0";
    private static final Set<String> NOTES = Set.of(
            "documentation", "extensionElements", "conditionExpression", "timeDuration", "timeDate", "timeCycle");
    private static final Set<String> REFERENCES =
            Set.of("id", "sourceRef", "targetRef", "attachedToRef", "bpmnElement");

    private final ModelXml model;
    private final boolean internal;
    private final Map<String, String> ids = new HashMap<>();

    /** @throws IllegalArgumentException if the text is no BPMN model */
    PublicModel(String bpmn) {
        model = new ModelXml(bpmn);
        internal = model.parts().anyMatch(part -> part.getLocalName().equals("process") && isInternal(part));
        model.parts().filter(PublicModel::isInternal).forEach(part -> hide(part, ids.size() + 1));
        model.parts().filter(part -> part.getLocalName().equals("sequenceFlow")).forEach(this::hideFlow);
        model.parts().toList().forEach(PublicModel::strip);
        model.all().forEach(this::rename);
    }

    /** Whether the whole process is nobody's business outside. */
    boolean isInternal() {
        return internal;
    }

    /** What an element is called here. */
    String id(String element) {
        return element.endsWith(DRAWN)
                ? id(element.substring(0, element.length() - DRAWN.length())) + DRAWN
                : ids.getOrDefault(element, element);
    }

    /** The model as it may be handed out. */
    String xml() {
        try {
            var written = new StringWriter();
            var transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            transformer.transform(new DOMSource(model.document()), new StreamResult(written));
            return written.toString();
        } catch (TransformerException impossible) {
            throw new IllegalStateException("a document in memory can be written", impossible);
        }
    }

    private static boolean isInternal(Element part) {
        return children(part, "extensionElements")
                .flatMap(extensions -> children(extensions, "properties"))
                .flatMap(properties -> children(properties, "property"))
                .anyMatch(property -> property.getAttribute("name").equals("audience")
                        && property.getAttribute("value").equals("internal"));
    }

    private void hide(Element part, int number) {
        ids.put(part.getAttribute("id"), "internal_" + number);
        if (part.getLocalName().endsWith("Task") || part.getLocalName().equals("callActivity")) {
            part.setAttribute("name", INTERNAL_STEP);
        } else {
            part.removeAttribute("name");
        }
    }

    /** The ids of flows say where they come from and lead to; a flow that leaves a question says what was answered. */
    private void hideFlow(Element flow) {
        var answers = ids.containsKey(flow.getAttribute("sourceRef"));
        if (answers || ids.containsKey(flow.getAttribute("targetRef"))) {
            ids.put(flow.getAttribute("id"), "internal_" + (ids.size() + 1));
        }
        if (answers) {
            flow.removeAttribute("name");
        }
    }

    private static void strip(Element part) {
        children(part)
                .filter(child -> NOTES.contains(child.getLocalName()))
                .toList()
                .forEach(part::removeChild);
        attributes(part).stream()
                .filter(one -> ENGINE.equals(one.getNamespaceURI()) || MODELER.equals(one.getNamespaceURI()))
                .forEach(part::removeAttributeNode);
    }

    private void rename(Element element) {
        attributes(element).stream()
                .filter(one ->
                        REFERENCES.contains(one.getName()) || one.getName().equals("default"))
                .forEach(one -> one.setValue(id(one.getValue())));
        if (Set.of("incoming", "outgoing").contains(element.getLocalName())) {
            element.setTextContent(id(element.getTextContent().trim()));
        }
    }

    private static List<Attr> attributes(Element element) {
        var attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength())
                .mapToObj(i -> (Attr) attributes.item(i))
                .toList();
    }
}
