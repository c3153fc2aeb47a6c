package io.partnerflow.bankfiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One element of a file with what is in it. */
final class XmlPart {

    private final String name;
    private final int line;
    private final Map<String, String> attributes;
    private final List<XmlPart> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    XmlPart(String name, int line, Map<String, String> attributes) {
        this.name = name;
        this.line = line;
        this.attributes = attributes;
    }

    void add(XmlPart part) {
        parts.add(part);
    }

    /** Words beyond the limit are of no use to anybody and are left out. */
    void append(String words, int limit) {
        text.append(words, 0, Math.min(words.length(), Math.max(0, limit - text.length())));
    }

    String name() {
        return name;
    }

    int line() {
        return line;
    }

    String text() {
        return text.toString().strip();
    }

    Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** @param path names separated by /, from here down */
    Stream<XmlPart> all(String path) {
        var rest = path.indexOf('/');
        var first = rest < 0 ? path : path.substring(0, rest);
        var found = parts.stream().filter(part -> part.name.equals(first));
        return rest < 0 ? found : found.flatMap(part -> part.all(path.substring(rest + 1)));
    }

    Optional<XmlPart> part(String path) {
        return all(path).findFirst();
    }

    /** @return words of the first of these paths that has any */
    Optional<String> words(String... paths) {
        return Stream.of(paths)
                .flatMap(this::all)
                .map(XmlPart::text)
                .filter(words -> !words.isEmpty())
                .findFirst();
    }
}
