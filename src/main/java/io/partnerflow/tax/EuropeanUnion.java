package io.partnerflow.tax;

import java.util.Set;

/** Whose VAT is one VAT. Greece is GR here; its VAT numbers begin with EL. */
final class EuropeanUnion {

    private static final Set<String> MEMBERS = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    private EuropeanUnion() {}

    /** @param country ISO 3166-1 alpha-2 */
    static boolean contains(String country) {
        return MEMBERS.contains(country);
    }
}
