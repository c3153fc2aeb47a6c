package io.partnerflow.api;

import io.partnerflow.parties.Address;
import io.partnerflow.parties.NewParty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewOrganisation", description = "An organisation to prepare as a customer.")
record NewOrganisation(
        @Schema(example = "BRF Eken", maxLength = 200) String name,

        @Schema(
                description = "As its country's register writes it; the check digit is checked.",
                example = "769601-2341")
        String registrationNumber,

        @Schema(description = "Absent if it has none; the check digit is checked.", example = "SE769601234101")
        @Nullable
        String vatId,

        @Schema(description = "ISO 3166-1 alpha-2", example = "SE")
        String country,

        Place address,

        @Schema(example = "styrelsen@brfeken.example") String email,

        @Schema(description = "Of letters to it, BCP 47.", example = "sv")
        String language) {

    @Schema(name = "Address")
    record Place(
            @Schema(example = "Storgatan 1") String line1,
            @Nullable String line2,
            @Schema(example = "111 22") String postalCode,
            @Schema(example = "Stockholm") String city) {

        static Place of(Address address) {
            return new Place(address.line1(), address.line2(), address.postalCode(), address.city());
        }
    }

    NewParty party() {
        var place = address == null ? new Place(null, null, null, null) : address;
        return new NewParty(
                name,
                country,
                registrationNumber,
                vatId,
                email,
                language,
                new Address(place.line1(), place.line2(), place.postalCode(), place.city()));
    }
}
