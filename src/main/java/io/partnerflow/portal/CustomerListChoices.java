package io.partnerflow.portal;

import io.partnerflow.customers.CustomerChoices;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Countries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the list of customers can be filtered by, in words. */
@Component
class CustomerListChoices {

    private final CustomerChoices choices;
    private final Programmes programmes;

    CustomerListChoices(CustomerChoices choices, Programmes programmes) {
        this.choices = choices;
        this.programmes = programmes;
    }

    /** A country, and the cities of it. */
    record Land(String code, String name, List<String> cities) {}

    /** A choice of one is none. */
    Map<String, Object> of(UUID reseller, Locale language) {
        var places = lands(reseller, language);
        var codes = programmes.all().stream().map(ProgrammePolicy::code).toList();
        var names = new LinkedHashMap<String, String>();
        choices.programmes(reseller, codes)
                .forEach(code -> names.put(code, programmes.get(code).name()));
        return Map.of("places", places, "programmes", names);
    }

    private List<Land> lands(UUID reseller, Locale language) {
        var cities = choices.cities(reseller);
        return choices.countries(reseller).stream()
                .map(code -> new Land(
                        code,
                        Countries.name(code, language),
                        cities.stream()
                                .filter(place -> place.country().equals(code))
                                .map(CustomerChoices.Place::city)
                                .toList()))
                .toList();
    }
}
