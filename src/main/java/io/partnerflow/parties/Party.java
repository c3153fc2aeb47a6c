package io.partnerflow.parties;

import java.time.Instant;
import java.util.UUID;

/**
 * An organisation as others see it.
 *
 * @param country ISO 3166-1 alpha-2
 * @param registrationNumber in its country's normal form
 * @param vatId null if it has none
 * @param language BCP 47, of letters to it
 */
public record Party(
        UUID id,
        String name,
        String country,
        String registrationNumber,
        String vatId,
        String email,
        String language,
        Address address,
        Instant createdAt) {}
