package io.partnerflow.parties;

/** Where an organisation is; {@code line2} may be null. */
public record Address(String line1, String line2, String postalCode, String city) {}
