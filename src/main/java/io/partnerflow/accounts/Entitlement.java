package io.partnerflow.accounts;

/** What a customer may use: so many pieces of a product. */
public record Entitlement(String product, int quantity) {}
