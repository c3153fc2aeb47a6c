package io.partnerflow.einvoice;

import org.jspecify.annotations.Nullable;

/**
 * Who sells or buys, as the document names it on the day of issue.
 *
 * @param name               legal name
 * @param registrationNumber in the business register of its country; null if it has none
 * @param vatId              with country prefix; null if it has none
 * @param street             null if it is not known
 * @param line2              null if there is no second line
 * @param postalCode         null if it is not known
 * @param city               null if it is not known
 * @param country            ISO 3166-1 alpha-2
 * @param email              null if it is not known
 * @param phone              null if it is not known
 */
public record TradeParty(
        String name,
        @Nullable String registrationNumber,
        @Nullable String vatId,
        @Nullable String street,
        @Nullable String line2,
        @Nullable String postalCode,
        @Nullable String city,
        String country,
        @Nullable String email,
        @Nullable String phone) {

    /** @throws IllegalArgumentException if the name is empty or the country is none */
    public TradeParty {
        if (name.isBlank() || !country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException(
                    "a trade party has a name and a country: %s, %s".formatted(name, country));
        }
    }

    /** The same, as a document names it that bears no VAT at all. */
    TradeParty withoutVatId() {
        return new TradeParty(name, registrationNumber, null, street, line2, postalCode, city, country, email, phone);
    }
}
