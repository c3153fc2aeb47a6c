package io.partnerflow.onboarding;

import io.partnerflow.parties.Address;
import io.partnerflow.parties.NewParty;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The organisation that applies, as it tells about itself; numbers in their normal form. */
@Embeddable
record Applicant(
        @Column(name = "organisation_name") String name,
        String country,
        String registrationNumber,
        String vatId,
        @Column(name = "organisation_email") String email,
        String language,
        String line1,
        String line2,
        String postalCode,
        String city) {

    static Applicant of(NewParty party) {
        return new Applicant(
                party.name(),
                party.country(),
                party.registrationNumber(),
                party.vatId(),
                party.email(),
                party.language(),
                party.address().line1(),
                party.address().line2(),
                party.address().postalCode(),
                party.address().city());
    }

    NewParty asParty() {
        var address = new Address(line1, line2, postalCode, city);
        return new NewParty(name, country, registrationNumber, vatId, email, language, address);
    }

    /** The same with other numbers. */
    Applicant corrected(String newRegistrationNumber, String newVatId) {
        return new Applicant(
                name, country, newRegistrationNumber, newVatId, email, language, line1, line2, postalCode, city);
    }
}
