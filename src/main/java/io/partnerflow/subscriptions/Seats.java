package io.partnerflow.subscriptions;

import org.jspecify.annotations.Nullable;

/**
 * So many pieces of one product.
 *
 * @param product code in the catalogue; what somebody asks for may name none
 * @param quantity 1 or more
 */
public record Seats(@Nullable String product, int quantity) {}
