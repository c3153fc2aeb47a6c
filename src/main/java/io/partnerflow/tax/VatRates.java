package io.partnerflow.tax;

import io.partnerflow.shared.Percentage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** Standard VAT rates by country and day; data in {@code tax/vat-rates.properties}. */
public final class VatRates {

    private final Map<String, NavigableMap<LocalDate, Percentage>> rates = new HashMap<>();

    /**
     * @param entries by country: {@code 25} for always, or {@code 24, 25.5 from 2024-09-01}
     * @throws IllegalArgumentException if an entry reads otherwise
     */
    public VatRates(Map<String, String> entries) {
        entries.forEach((country, entry) -> rates.put(country, read(entry)));
    }

    /** The rates that come with the product. */
    public static VatRates published() {
        try (var file = VatRates.class.getResourceAsStream("/tax/vat-rates.properties")) {
            var properties = new Properties();
            properties.load(file);
            var entries = new HashMap<String, String>();
            properties.stringPropertyNames().forEach(country -> entries.put(country, properties.getProperty(country)));
            return new VatRates(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param country ISO 3166-1 alpha-2
     * @param day     of the supply
     * @return empty if no rate is known
     */
    public Optional<Percentage> standard(String country, LocalDate day) {
        return Optional.ofNullable(rates.get(country))
                .map(byDay -> byDay.floorEntry(day))
                .map(Map.Entry::getValue);
    }

    private static NavigableMap<LocalDate, Percentage> read(String entry) {
        var byDay = new TreeMap<LocalDate, Percentage>();
        for (var part : entry.split(",")) {
            var words = part.strip().split(" from ");
            byDay.put(words.length == 1 ? LocalDate.MIN : LocalDate.parse(words[1]), Percentage.of(words[0]));
        }
        return byDay;
    }
}
