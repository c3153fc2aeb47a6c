package io.partnerflow.shipping;

import io.partnerflow.documents.PostalAddress;

/**
 * Where an order goes.
 *
 * @param viaReseller whether the reseller brings it to the customer (W-13)
 * @param recipient who stands on the parcel
 */
public record Destination(boolean viaReseller, String recipient, PostalAddress address) {}
