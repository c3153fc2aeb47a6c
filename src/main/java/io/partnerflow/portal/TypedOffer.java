package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.offers.WantedOffer;
import io.partnerflow.shared.Invalid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bundle as somebody has typed it. It travels through the form, so that nothing is lost while its price is asked for.
 *
 * @param values by the names of the form's fields
 */
record TypedOffer(Map<String, String> values) {

    static final String QUANTITY = "quantity.";
    private static final int LONGEST = 2000;
    private static final int MOST = 400;
    private static final int MOST_ROWS = 60;
    private static final int EMPTY_ROWS = 2;

    static TypedOffer of(Map<String, String> sent) {
        var values = new LinkedHashMap<String, String>();
        sent.forEach((name, value) -> {
            if (values.size() < MOST) {
                values.put(name, value.length() <= LONGEST + 100 ? value.strip() : value.substring(0, LONGEST + 100));
            }
        });
        return new TypedOffer(values);
    }

    /** What a bundle that can be changed stands in the form as. */
    static TypedOffer of(WantedOffer wanted) {
        var values = new LinkedHashMap<String, String>();
        put(values, "programme", wanted.programme());
        put(values, "customer", wanted.customer());
        put(values, "termMonths", wanted.termMonths());
        wanted.lines().forEach(line -> put(values, QUANTITY + line.product(), line.quantity()));
        for (var row = 0; row < wanted.ownServices().size(); row++) {
            var service = wanted.ownServices().get(row);
            put(values, service(row, "name"), service.name());
            put(values, service(row, "quantity"), service.quantity());
            put(values, service(row, "monthly"), plain(service.monthly()));
            put(values, service(row, "once"), plain(service.once()));
        }
        put(values, "delivery", wanted.delivery());
        var address = wanted.address();
        if (address != null) {
            put(values, "line1", address.line1());
            put(values, "line2", address.line2());
            put(values, "postalCode", address.postalCode());
            put(values, "city", address.city());
            put(values, "country", address.country());
        }
        put(values, "recipientName", wanted.recipient().name());
        put(values, "recipientEmail", wanted.recipient().email());
        put(values, "note", wanted.note());
        put(values, "follows", wanted.origin().follows());
        put(values, "alternativeTo", wanted.origin().alternativeTo());
        return new TypedOffer(values);
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        values.put(name, Objects.toString(value, ""));
    }

    private static @Nullable String plain(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }

    /** The same, with a value where nothing was typed. */
    TypedOffer orElse(String name, String value) {
        var all = new LinkedHashMap<>(values);
        if (get(name).isEmpty()) {
            all.put(name, value);
        }
        return new TypedOffer(all);
    }

    /** What was typed; empty for nothing. */
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    public String quantity(String product) {
        return get(QUANTITY + product);
    }

    /** Name of a field of an own service. */
    static String service(int row, String part) {
        return "service.%d.%s".formatted(row, part);
    }

    /** Rows for own services: those that are filled, and some more. */
    public List<Integer> rows() {
        var rows = new ArrayList<Integer>();
        var last = filledRows().stream().max(Integer::compare).orElse(-1);
        for (var row = 0; row <= last + EMPTY_ROWS && row < MOST_ROWS; row++) {
            rows.add(row);
        }
        return rows;
    }

    private List<Integer> filledRows() {
        var filled = new ArrayList<Integer>();
        for (var row = 0; row < MOST_ROWS; row++) {
            if (!(get(service(row, "name")) + get(service(row, "monthly")) + get(service(row, "once"))).isEmpty()) {
                filled.add(row);
            }
        }
        return filled;
    }

    private List<String> products() {
        return values.entrySet().stream()
                .filter(one -> one.getKey().startsWith(QUANTITY))
                .filter(one -> !one.getValue().isEmpty() && !one.getValue().matches("0+"))
                .map(one -> one.getKey().substring(QUANTITY.length()))
                .toList();
    }

    /** @throws Invalid naming every field that is no number */
    WantedOffer wanted(Caller caller) {
        var problems = new Invalid.Collector();
        var lines = products().stream()
                .map(product -> new WantedOffer.Line(product, number(QUANTITY + product, problems)))
                .toList();
        var services =
                filledRows().stream().map(row -> ownService(row, problems)).toList();
        problems.throwIfAny();
        return new WantedOffer(
                caller.reseller(),
                get("programme"),
                customer(),
                get("termMonths").matches("\\d{1,4}") ? Integer.valueOf(get("termMonths")) : null,
                lines,
                services,
                get("delivery"),
                address(),
                new WantedOffer.Recipient(get("recipientName"), get("recipientEmail")),
                get("note"),
                new WantedOffer.Origin(orNull("follows"), orNull("alternativeTo")),
                caller.email());
    }

    @Nullable
    UUID customer() {
        try {
            return UUID.fromString(get("customer"));
        } catch (IllegalArgumentException nobody) {
            return null;
        }
    }

    private WantedOffer.@Nullable Address address() {
        return (get("line1") + get("postalCode") + get("city")).isEmpty()
                ? null
                : new WantedOffer.Address(get("line1"), get("line2"), get("postalCode"), get("city"), get("country"));
    }

    private @Nullable String orNull(String name) {
        return get(name).isEmpty() ? null : get(name);
    }

    private WantedOffer.Service ownService(int row, Invalid.Collector problems) {
        return new WantedOffer.Service(
                get(service(row, "name")),
                get(service(row, "quantity")).isEmpty()
                        ? Integer.valueOf(1)
                        : number(service(row, "quantity"), problems),
                amount(service(row, "monthly"), problems),
                amount(service(row, "once"), problems));
    }

    private Integer number(String field, Invalid.Collector problems) {
        if (!get(field).matches("\\d{1,9}")) {
            problems.add(Invalid.Field.of(field, "whole-number", "portal.purchase.not-a-number", get(field)));
            return 0;
        }
        return Integer.valueOf(get(field));
    }

    private @Nullable BigDecimal amount(String field, Invalid.Collector problems) {
        var typed = get(field).replace(',', '.');
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("-?\\d{1,9}(\\.\\d{1,6})?")) {
            problems.add(Invalid.Field.of(field, "amount", "portal.offer.not-an-amount", get(field)));
            return null;
        }
        return new BigDecimal(typed);
    }

    /** The field of this page for one of the offer's. */
    String fieldOf(String field) {
        if (field.startsWith("lines[")) {
            return QUANTITY + products().get(index(field));
        }
        if (field.startsWith("ownServices[")) {
            return service(filledRows().get(index(field)), field.substring(field.indexOf('.') + 1));
        }
        return switch (field) {
            case "organisationId" -> "customer";
            case "lines" -> "quantities";
            case "ownServices" -> service(0, "name");
            case "delivery.way" -> "delivery";
            case "recipient.name" -> "recipientName";
            case "recipient.email" -> "recipientEmail";
            default -> field.replace("delivery.address.", "");
        };
    }

    private static int index(String field) {
        return Integer.parseInt(field.substring(field.indexOf('[') + 1, field.indexOf(']')));
    }
}
