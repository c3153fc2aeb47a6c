package io.partnerflow.orders;

/**
 * One product of an order.
 *
 * @param product  its code in the catalogue
 * @param quantity 1 or more
 */
public record OrderLine(String product, int quantity) {}
