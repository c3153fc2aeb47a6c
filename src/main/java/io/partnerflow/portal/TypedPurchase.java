package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.orders.WantedOrder;
import io.partnerflow.shared.Invalid;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody has typed to begin a subscription, as it was typed. It travels from the form to the review and back in
 * addresses and hidden fields, so that nothing is stored before the purchase is confirmed.
 *
 * @param key what the whole purchase is known by, so that it happens once
 * @param quantities by product
 */
record TypedPurchase(
        String key,
        String programme,
        String startDate,
        String poReference,
        String termMonths,
        Map<String, String> quantities) {

    static final String QUANTITY = "quantity.";
    private static final int LONGEST = 200;

    static TypedPurchase of(MultiValueMap<String, String> sent) {
        var quantities = new LinkedHashMap<String, String>();
        sent.forEach((name, values) -> {
            if (name.startsWith(QUANTITY) && quantities.size() < LONGEST) {
                quantities.put(name.substring(QUANTITY.length()), one(sent, name));
            }
        });
        return new TypedPurchase(
                one(sent, "key"),
                one(sent, "programme"),
                one(sent, "startDate"),
                one(sent, "poReference"),
                one(sent, "termMonths"),
                quantities);
    }

    private static String one(MultiValueMap<String, String> sent, String name) {
        var typed = Objects.requireNonNullElse(sent.getFirst(name), "").strip();
        return typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST);
    }

    /** The same, with the values the form opens with where nothing was sent. */
    TypedPurchase orElse(String onlyProgramme, LocalDate today) {
        return new TypedPurchase(
                key,
                programme.isEmpty() ? onlyProgramme : programme,
                startDate.isEmpty() ? today.toString() : startDate,
                poReference,
                termMonths,
                quantities);
    }

    TypedPurchase under(String newKey) {
        return new TypedPurchase(newKey, programme, startDate, poReference, termMonths, quantities);
    }

    /** Products of which something was typed that is more than nothing. */
    List<String> products() {
        return quantities.entrySet().stream()
                .filter(typed ->
                        !typed.getValue().isEmpty() && !typed.getValue().matches("0+"))
                .map(Map.Entry::getKey)
                .toList();
    }

    String quantity(String product) {
        return quantities.getOrDefault(product, "");
    }

    /** As addresses and hidden fields carry it. */
    public MultiValueMap<String, String> parameters() {
        var all = new LinkedMultiValueMap<String, String>();
        all.add("key", key);
        all.add("programme", programme);
        all.add("startDate", startDate);
        all.add("poReference", poReference);
        all.add("termMonths", termMonths);
        products().forEach(product -> all.add(QUANTITY + product, quantity(product)));
        return all;
    }

    /** A page that opens with what was typed. */
    String address(String path) {
        var all = UriComponentsBuilder.fromPath(path);
        parameters().forEach((name, values) -> all.queryParam(name, "{" + name + "}"));
        return all.encode().buildAndExpand(parameters().toSingleValueMap()).toUriString();
    }

    /**
     * The order that was typed.
     *
     * @param acceptedTerms version of the accepted terms; null for none
     * @throws Invalid naming every answer that is no number or no day
     */
    WantedOrder wanted(Caller caller, UUID customer, @Nullable String acceptedTerms) {
        var problems = new Invalid.Collector();
        var lines = products().stream()
                .map(product -> new WantedOrder.Line(product, number(product, problems)))
                .toList();
        var day = day(problems);
        problems.throwIfAny();
        return new WantedOrder(
                caller.reseller(),
                programme,
                customer,
                null,
                lines,
                termMonths.matches("\\d{1,4}") ? Integer.valueOf(termMonths) : null,
                day,
                poReference.isEmpty() ? null : poReference,
                null,
                null,
                acceptedTerms,
                caller.email());
    }

    private Integer number(String product, Invalid.Collector problems) {
        if (!quantity(product).matches("\\d{1,9}")) {
            problems.add(Invalid.Field.of(
                    QUANTITY + product, "whole-number", "portal.purchase.not-a-number", quantity(product)));
            return 0;
        }
        return Integer.valueOf(quantity(product));
    }

    private @Nullable LocalDate day(Invalid.Collector problems) {
        try {
            return startDate.isEmpty() ? null : LocalDate.parse(startDate);
        } catch (DateTimeParseException noDay) {
            problems.add(Invalid.Field.of("startDate", "date", "portal.purchase.not-a-day", startDate));
            return null;
        }
    }

    /** The field of this page for one of the order's: its lines have no numbers here but products. */
    String fieldOf(String orderField) {
        if (orderField.startsWith("lines[")) {
            var line = Integer.parseInt(orderField.substring(6, orderField.indexOf(']')));
            return QUANTITY + products().get(line);
        }
        return orderField.equals("lines") ? "quantities" : orderField;
    }
}
