package io.partnerflow.api;

import io.partnerflow.onboarding.Contact;
import io.partnerflow.onboarding.NewApplication;
import io.partnerflow.parties.Address;
import io.partnerflow.parties.NewParty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Schema(name = "ResellerApplicationRequest")
record ResellerApplicationRequest(
        @Schema(
                description = "Code of the programme.",
                example = "licence",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String programme,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Organisation organisation,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Person contact,

        @Schema(
                description = "What we know the applicant by, such as a customer number; at most 64 characters.",
                example = "C-4711")
        @Nullable
        String preconditionReference,

        @Schema(description = "Why it wants to become a reseller; at most 2,000 characters.") @Nullable
        String motivation) {

    @Schema(name = "ApplyingOrganisation")
    record Organisation(
            @Schema(example = "Nord Förvaltning AB") @Nullable
            String name,

            @Schema(
                    description = "In the public register of its country; form and check digit are checked.",
                    example = "556012-5790")
            @Nullable
            String registrationNumber,

            @Schema(description = "Absent if it has none.", example = "SE556012579001") @Nullable
            String vatId,

            @Schema(description = "ISO 3166-1 alpha-2", example = "SE") @Nullable
            String country,

            @Nullable Place address,

            @Schema(description = "Where letters and invoices go.", example = "info@nord.example") @Nullable
            String email,

            @Schema(description = "Language of letters: en, sv, de or fr.", example = "sv") @Nullable
            String language) {}

    @Schema(name = "ApplyingAddress")
    record Place(
            @Schema(example = "Storgatan 1") @Nullable String line1,
            @Nullable String line2,
            @Schema(example = "411 01") @Nullable String postalCode,
            @Schema(example = "Göteborg") @Nullable String city) {}

    @Schema(name = "ApplyingContact", description = "Becomes the first user.")
    record Person(
            @Schema(example = "Anna Ek") @Nullable String name,
            @Schema(example = "anna@nord.example") @Nullable String email,
            @Schema(example = "+46 31 12 34 56") @Nullable String phone) {}

    NewApplication application() {
        var person = Objects.requireNonNullElse(contact, new Person(null, null, null));
        return new NewApplication(
                programme,
                party(Objects.requireNonNullElse(
                        organisation, new Organisation(null, null, null, null, null, null, null))),
                new Contact(person.name(), person.email(), person.phone()),
                preconditionReference,
                motivation);
    }

    private static NewParty party(Organisation told) {
        var place = Objects.requireNonNullElse(told.address(), new Place(null, null, null, null));
        return new NewParty(
                told.name(),
                told.country(),
                told.registrationNumber(),
                told.vatId(),
                told.email(),
                told.language(),
                new Address(place.line1(), place.line2(), place.postalCode(), place.city()));
    }
}
