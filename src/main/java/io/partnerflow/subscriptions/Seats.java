package io.partnerflow.subscriptions;

/**
 * So many pieces of one product.
 *
 * @param product code in the catalogue
 * @param quantity 1 or more
 */
public record Seats(String product, int quantity) {}
