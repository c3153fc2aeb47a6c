package io.partnerflow.imports;

import io.partnerflow.customers.CustomerImport;
import io.partnerflow.parties.Address;
import io.partnerflow.parties.NewParty;
import io.partnerflow.shared.Countries;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.RegistrationNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which customer a contract or an order is about: one of the database, or one further up in the same file. */
final class NamedCustomers {

    private static final Address NOWHERE = new Address("", null, "", "");

    private final CustomerImport customers;
    private final Set<String> inFile = new HashSet<>();
    private final Map<UUID, Map<String, UUID>> known = new HashMap<>();

    /** @param lines of the sheet with customers, the bad ones too */
    NamedCustomers(CustomerImport customers, List<Line> lines) {
        this.customers = customers;
        for (var line : lines) {
            var values = new Values(line, new Findings());
            var country = values.text("country");
            var number = values.text("registrationNumber");
            if (country != null && number != null) {
                var code = country.toUpperCase(Locale.ROOT);
                inFile.add(CustomerImport.key(
                        code,
                        RegistrationNumber.parse(code, number)
                                .map(RegistrationNumber::value)
                                .orElse(number)));
            }
        }
    }

    /** @param customer null if its own row is bad, which is said there */
    record Named(@Nullable UUID customer) {}

    /** Looks all of them up at once. */
    void lookUp(Map<Line, UUID> lines) {
        var wanted = new HashMap<UUID, List<NewParty>>();
        lines.forEach((line, reseller) -> {
            var number = number(line, new Findings());
            if (number != null) {
                wanted.computeIfAbsent(reseller, key -> new ArrayList<>())
                        .add(new NewParty("", number.country(), number.value(), null, "", "", NOWHERE));
            }
        });
        wanted.forEach((reseller, numbers) ->
                known.computeIfAbsent(reseller, key -> new HashMap<>()).putAll(customers.find(reseller, numbers)));
    }

    /** Everybody that was found. */
    Set<UUID> all() {
        return known.values().stream().flatMap(some -> some.values().stream()).collect(Collectors.toSet());
    }

    /** @return null if nobody is meant; it has been said then */
    @Nullable
    Named of(Line line, UUID reseller, Findings findings) {
        var number = number(line, findings);
        if (number == null) {
            return null;
        }
        var key = CustomerImport.key(number.country(), number.value());
        var customer = known.getOrDefault(reseller, Map.of()).get(key);
        if (customer == null && !inFile.contains(key)) {
            findings.error(line, "customerNumber", "imports.problem.customer-unknown");
            return null;
        }
        return new Named(customer);
    }

    private static @Nullable RegistrationNumber number(Line line, Findings findings) {
        var values = new Values(line, findings);
        var country = values.needed("customerCountry");
        var number = values.needed("customerNumber");
        if (country == null || number == null) {
            return null;
        }
        var code = country.toUpperCase(Locale.ROOT);
        if (!Countries.exists(code)) {
            findings.error(line, "customerCountry", "invalid.country-unknown", country);
            return null;
        }
        var problems = new Invalid.Collector();
        var checked = RegistrationNumber.check("customerNumber", code, number, problems);
        problems.fields().forEach(bad -> Problems.note(line, "customerNumber", bad, findings));
        return checked.orElse(null);
    }
}
