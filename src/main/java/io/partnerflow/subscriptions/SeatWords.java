package io.partnerflow.subscriptions;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.summingInt;

import io.partnerflow.catalogue.Catalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Puts seats into words: {@code 5 × Space monitor seat, 2 × Gateway seat}. */
@Component
public class SeatWords {

    private final Catalogue catalogue;

    SeatWords(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    public String of(List<Seats> seats, Locale language) {
        return seats.stream()
                .map(one -> "%d × %s".formatted(one.quantity(), name(one.product(), language)))
                .collect(joining(", "));
    }

    /** What lines come to, each product once. */
    public String ofLines(List<SubscriptionLine> lines, Locale language) {
        return lines.stream()
                .collect(groupingBy(
                        SubscriptionLine::product, LinkedHashMap::new, summingInt(SubscriptionLine::quantity)))
                .entrySet()
                .stream()
                .map(one -> "%d × %s".formatted(one.getValue(), name(one.getKey(), language)))
                .collect(joining(", "));
    }

    private String name(String product, Locale language) {
        return catalogue.find(product).map(found -> found.name(language)).orElse(product);
    }
}
