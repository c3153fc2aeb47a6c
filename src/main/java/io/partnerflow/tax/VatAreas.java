package io.partnerflow.tax;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose VAT is one VAT: countries, and the parts of countries that are an area of their own; data in {@code
 * tax/vat-areas.properties}.
 */
public final class VatAreas {

    private static final String UNION = "union";
    private static final String UNION_FOR_GOODS = "union.goods";

    private final Map<String, String> entries;

    /** @param entries by the keys of the file */
    VatAreas(Map<String, String> entries) {
        this.entries = Map.copyOf(entries);
    }

    /** The areas that come with the product. */
    public static VatAreas published() {
        return Published.AREAS;
    }

    /**
     * @param country    ISO 3166-1 alpha-2
     * @param postalCode null if it is not known
     * @return the country, the one it belongs to, or a part of it
     */
    public String of(String country, @Nullable String postalCode) {
        var code = postalCode == null ? "" : postalCode.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        var digits = code.startsWith(country) ? code.substring(country.length()) : code;
        for (var length = digits.length(); length > 0; length--) {
            var part = entries.get("part.%s.%s".formatted(country, digits.substring(0, length)));
            if (part != null) {
                return part;
            }
        }
        return entries.getOrDefault("same." + country, country);
    }

    /** Whether the area is inside the European Union for what is sold. */
    boolean inUnion(String area, VatCase.Supply supply) {
        return members(UNION).contains(area)
                || supply == VatCase.Supply.GOODS && members(UNION_FOR_GOODS).contains(area);
    }

    private Set<String> members(String key) {
        return Set.of(entries.getOrDefault(key, "").split(" "));
    }

    private static Map<String, String> read() {
        try (var file = new InputStreamReader(
                VatAreas.class.getResourceAsStream("/tax/vat-areas.properties"), StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(file);
            return properties.stringPropertyNames().stream()
                    .collect(toUnmodifiableMap(key -> key, properties::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Published {

        static final VatAreas AREAS = new VatAreas(read());
    }
}
