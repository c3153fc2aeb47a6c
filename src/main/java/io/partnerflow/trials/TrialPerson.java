package io.partnerflow.trials;

import io.partnerflow.shared.NamedEmail;

/**
 * Somebody at the customer who can log in.
 *
 * @param language BCP 47, of letters to them
 */
public record TrialPerson(NamedEmail who, String language) {}
