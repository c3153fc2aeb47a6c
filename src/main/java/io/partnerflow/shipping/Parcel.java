package io.partnerflow.shipping;

import org.jspecify.annotations.Nullable;

/**
 * How a shipment travels.
 *
 * @param carrier code of one of our carriers
 * @param trackingNumber in capitals without spaces; null if the carrier gives none
 */
record Parcel(String carrier, @Nullable String trackingNumber) {}
