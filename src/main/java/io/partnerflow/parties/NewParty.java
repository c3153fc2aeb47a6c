package io.partnerflow.parties;

/** What is needed to register an organisation, already checked; {@code vatId} may be null. See {@link Party}. */
public record NewParty(
        String name,
        String country,
        String registrationNumber,
        String vatId,
        String email,
        String language,
        Address address) {}
