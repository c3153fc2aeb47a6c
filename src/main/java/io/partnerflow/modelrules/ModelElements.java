package io.partnerflow.modelrules;

import java.util.LinkedHashMap;
import java.util.Map;
import org.w3c.dom.Element;

/** Where cases can be in a process. */
public final class ModelElements {

    private ModelElements() {}

    /**
     * Elements where cases are that another version of the process does not have: not at all, of another kind, or inside
     * something else.
     *
     * @param cases how many cases are where, by id of the element
     * @return by the name people read, how many cases are there
     */
    public static Map<String, Long> stranded(Map<String, Long> cases, byte[] from, byte[] to) {
        try {
            var here = nodes(Xml.read("", from));
            var there = nodes(Xml.read("", to));
            var stranded = new LinkedHashMap<String, Long>();
            cases.forEach((id, count) -> {
                var now = here.get(id);
                var then = there.get(id);
                if (now != null && (then == null || !place(now).equals(place(then)))) {
                    stranded.put(Xml.called(now), count);
                }
            });
            return stranded;
        } catch (Xml.Unreadable unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    private static Map<String, Element> nodes(Xml model) {
        var nodes = new LinkedHashMap<String, Element>();
        model.all().stream().filter(ProcessRules::isNode).forEach(node -> nodes.put(node.getAttribute("id"), node));
        return nodes;
    }

    private static String place(Element node) {
        return node.getLocalName() + " in " + ((Element) node.getParentNode()).getAttribute("id");
    }
}
