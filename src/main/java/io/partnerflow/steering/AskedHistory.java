package io.partnerflow.steering;

import io.partnerflow.shared.Paging;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the search over all work asks for.
 *
 * @param process  key; empty for whatever somebody or a day has begun, without what those have called
 * @param state    {@code running}, {@code done}, {@code cancelled} or {@code failed}; empty for all
 * @param outcome  id of the end event
 * @param from     first day on which it began
 * @param to       last one
 * @param longer   only what takes or took more days than this
 * @param reseller id of the organisation; only links have it
 */
record AskedHistory(
        @Nullable String search,
        @Nullable String process,
        @Nullable String state,
        @Nullable String outcome,
        @Nullable String programme,
        @Nullable String version,
        @Nullable String from,
        @Nullable String to,
        @Nullable String endedFrom,
        @Nullable String endedTo,
        @Nullable String longer,
        @Nullable String reseller) {

    AskedHistory {
        search = plain(search, 100);
        process = plain(process, 100);
        state = plain(state, 20);
        outcome = plain(outcome, 100);
        programme = plain(programme, 40);
        version = plain(version, 6);
        from = plain(from, 10);
        to = plain(to, 10);
        endedFrom = plain(endedFrom, 10);
        endedTo = plain(endedTo, 10);
        longer = plain(longer, 6);
        reseller = plain(reseller, 36);
    }

    Paging paging(int page) {
        return new Paging(page, Paging.USUAL_SIZE, null, search);
    }

    /** By the field, the key of what is wrong with it. */
    Map<String, String> problems() {
        var found = new LinkedHashMap<String, String>();
        Map.of("from", from, "to", to, "endedFrom", endedFrom, "endedTo", endedTo)
                .forEach((field, text) -> {
                    if (!text.isEmpty() && day(text) == null) {
                        found.put(field, "steering.days.no-day.field");
                    }
                });
        if (!longer.isEmpty() && number(longer) == null) {
            found.put("longer", "steering.history.longer.wrong");
        }
        return found;
    }

    /** Null where it is empty or no day. */
    static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    static @Nullable Integer number(String text) {
        return text.matches("\\d{1,5}") ? Integer.valueOf(text) : null;
    }

    static @Nullable UUID id(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(text) : null;
    }

    /** Whether it asks for fewer than there are. */
    public boolean narrowed() {
        return !query().isEmpty();
    }

    /** For links that keep what was asked for: encoded, without the page. */
    public String query() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("search", search);
        parts.put("process", process);
        parts.put("state", state);
        parts.put("outcome", outcome);
        parts.put("programme", programme);
        parts.put("version", version);
        parts.put("from", from);
        parts.put("to", to);
        parts.put("endedFrom", endedFrom);
        parts.put("endedTo", endedTo);
        parts.put("longer", longer);
        parts.put("reseller", reseller);
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "="
                        + java.net.URLEncoder.encode(part.getValue(), java.nio.charset.StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String plain(@Nullable String text, int most) {
        var stripped = text == null ? "" : text.strip();
        return stripped.length() > most ? stripped.substring(0, most) : stripped;
    }
}
