package io.partnerflow.modelrules;

import static java.util.stream.Collectors.joining;

import java.time.DateTimeException;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** A model is made of what the house's models are made of. What the release itself has at the same place may stay. */
final class PartRules {

    private static final Set<String> FEEL = Set.of("feel", "https://www.omg.org/spec/dmn/20191111/feel/");
    private static final int SHORTEST_HISTORY = 30;
    private static final int DAYS_OF_A_MONTH = 28;

    private final String file;
    private final Xml model;
    private final Optional<Xml> product;
    private final Parts parts;
    private final List<Finding> findings = new ArrayList<>();

    PartRules(String file, Xml model, Optional<Xml> product, Parts parts) {
        this.file = file;
        this.model = model;
        this.product = product;
        this.parts = parts;
    }

    List<Finding> check() {
        model.all().forEach(element -> {
            var said = new ArrayList<Finding>();
            element(element).ifPresent(said::add);
            attributes(element)
                    .map(attribute -> attribute(element, attribute))
                    .forEach(one -> one.ifPresent(said::add));
            if (!said.isEmpty() && !theReleases(element)) {
                findings.addAll(said);
            }
        });
        return findings;
    }

    private Optional<Finding> element(Element element) {
        var name = element.getLocalName();
        if (Set.of("scriptTask", "script").contains(name)) {
            return error(element, "script");
        }
        if (!parts.elements()
                .getOrDefault(namespace(element.getNamespaceURI()), Set.of())
                .contains(name)) {
            return error(element, "not-used-here", name);
        }
        // whether a step may be skipped is for those who know what then has to be done by hand
        return "property".equals(name)
                        && "skippable".equals(element.getAttribute("name").strip())
                ? error(element, "skippable")
                : Optional.empty();
    }

    private Optional<Finding> attribute(Element element, Attr attribute) {
        var name = attribute.getLocalName();
        if (name.endsWith("anguage") || "scriptFormat".equals(name)) {
            var language = attribute.getValue().strip();
            return parts == Parts.TABLE && FEEL.contains(language.toLowerCase(Locale.ROOT))
                    ? Optional.empty()
                    : error(element, "language", language);
        }
        if ("historyTimeToLive".equals(name) && !longEnough(attribute.getValue().strip())) {
            return error(element, "history-short", attribute.getValue(), SHORTEST_HISTORY);
        }
        var own = attribute.getNamespaceURI();
        var known = own == null
                ? parts.attributes().get(namespace(element.getNamespaceURI()))
                : parts.own().get(own);
        var any = own == null ? known == null : known != null && known.isEmpty();
        return any || (known != null && known.contains(name)) ? Optional.empty() : error(element, "foreign-code", name);
    }

    private static boolean longEnough(String history) {
        if (history.isEmpty()) {
            return true; // another rule says that it is missing
        }
        try {
            var time = Period.parse(history.startsWith("P") ? history : "P" + history + "D");
            return time.toTotalMonths() * DAYS_OF_A_MONTH + time.getDays() >= SHORTEST_HISTORY;
        } catch (DateTimeException | ArithmeticException unreadable) {
            return false;
        }
    }

    /** Whether the release's own model says just this, at the same step that does the same. */
    private boolean theReleases(Element element) {
        return product.stream()
                .flatMap(brought -> brought.all().stream())
                .anyMatch(same ->
                        place(same).equals(place(element)) && written(same).equals(written(element)));
    }

    private static String place(Element element) {
        for (var node = element; node != null; node = parent(node)) {
            if (ProcessRules.isNode(node) || ProcessRules.is(node, "process") || ProcessRules.is(node, "decision")) {
                return node.getLocalName() + node.getAttribute("id") + Xml.camunda(node, "delegateExpression");
            }
        }
        return "";
    }

    private static String written(Element element) {
        return "%s %s %s (%s) %s"
                .formatted(
                        element.getNamespaceURI(),
                        element.getLocalName(),
                        attributes(element)
                                .map(one -> one.getNamespaceURI() + " " + one.getLocalName() + "=" + one.getValue())
                                .sorted()
                                .toList(),
                        Xml.children(element).map(PartRules::written).collect(joining()),
                        Xml.text(element).strip());
    }

    private static Stream<Attr> attributes(Element element) {
        var all = element.getAttributes();
        return IntStream.range(0, all.getLength())
                .mapToObj(all::item)
                .map(Attr.class::cast)
                .filter(one -> !XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(one.getNamespaceURI()));
    }

    private static String namespace(@Nullable String uri) {
        return uri == null ? "" : uri;
    }

    private Optional<Finding> error(Element element, String rule, Object... details) {
        return Optional.of(Finding.error(file, owner(element), rule, details));
    }

    /** The element of the process it belongs to, as people call it. */
    private static String owner(Element element) {
        for (var node = element; node != null; node = parent(node)) {
            if (ProcessRules.isNode(node)) {
                return Xml.called(node);
            }
        }
        return Xml.called(element);
    }

    private static @Nullable Element parent(Element element) {
        return element.getParentNode() instanceof Element parent ? parent : null;
    }
}
