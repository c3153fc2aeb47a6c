package io.partnerflow.decisionlog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Inputs and outputs as JSON and back: numbers stay exact, days and moments stay what they are. */
final class Facts {

    private static final String MOMENT = "moment";
    private static final String DAY = "day";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Facts() {}

    /** The same facts are always written alike. */
    static String written(Map<String, Object> facts) {
        var written = new TreeMap<String, @Nullable Object>();
        facts.forEach((name, value) -> written.put(name, plain(value)));
        try {
            return JSON.writeValueAsString(written);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Map<String, Object> read(String json) {
        try {
            Map<String, Object> found = JSON.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
            found.replaceAll((name, value) -> value(value));
            return found;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Date date) {
            return Map.of(MOMENT, date.toInstant().toString());
        }
        if (value instanceof Instant moment) {
            return Map.of(MOMENT, moment.toString());
        }
        return value instanceof LocalDate day ? Map.of(DAY, day.toString()) : value.toString();
    }

    private static Object value(Object read) {
        if (read instanceof Map<?, ?> tagged) {
            return tagged.containsKey(MOMENT)
                    ? Date.from(Instant.parse(String.valueOf(tagged.get(MOMENT))))
                    : LocalDate.parse(String.valueOf(tagged.get(DAY)));
        }
        return read;
    }
}
