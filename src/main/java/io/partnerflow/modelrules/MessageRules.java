package io.partnerflow.modelrules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** What a process is told by the house: it goes on taking all of it, and waits for nothing that never comes. */
final class MessageRules {

    private final String file;
    private final Xml model;
    private final Optional<Xml> before;
    private final Optional<Xml> product;

    MessageRules(String file, Xml model, Optional<Xml> before, Optional<Xml> product) {
        this.file = file;
        this.model = model;
        this.before = before;
        this.product = product;
    }

    List<Finding> check() {
        var findings = new ArrayList<Finding>();
        var taken = taken(model);
        var sent = new TreeSet<String>();
        product.or(() -> before).ifPresent(former -> sent.addAll(taken(former).keySet()));
        sent.stream()
                .filter(message -> !taken.containsKey(message))
                .forEach(message -> findings.add(Finding.error(file, "", "message-gone", message)));
        taken.forEach((message, element) -> {
            if (!sent.contains(message)) {
                findings.add(Finding.error(file, element, "message-unknown", message));
            }
        });
        before.ifPresent(former -> removed(former)
                .forEach(element -> findings.add(Finding.remark(file, Xml.called(element), "step-removed"))));
        return findings;
    }

    /** By each message, what takes it. */
    private static Map<String, String> taken(Xml model) {
        var names = new HashMap<String, String>();
        model.named("message").forEach(message -> names.put(message.getAttribute("id"), message.getAttribute("name")));
        var taken = new HashMap<String, String>();
        model.all().stream()
                .filter(element -> element.hasAttribute("messageRef"))
                .forEach(element -> {
                    var host = ProcessRules.isNode(element) ? element : (Element) element.getParentNode();
                    taken.put(names.getOrDefault(element.getAttribute("messageRef"), ""), Xml.called(host));
                });
        return taken;
    }

    private List<Element> removed(Xml former) {
        Set<String> kept = new HashSet<>();
        model.all().forEach(element -> kept.add(element.getAttribute("id")));
        return former.all().stream()
                .filter(ProcessRules::isNode)
                .filter(element -> !element.getLocalName().endsWith("Gateway"))
                .filter(element -> !kept.contains(element.getAttribute("id")))
                .toList();
    }
}
