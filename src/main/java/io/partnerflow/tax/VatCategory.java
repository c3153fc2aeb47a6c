package io.partnerflow.tax;

/** How a supply is taxed; the names are the codes of EN 16931 (UNCL 5305). */
public enum VatCategory {
    /** Taxed at the seller's rate. */
    S,
    /** The buyer accounts for the tax. */
    AE,
    /** Goods to a business in another member state. */
    K,
    /** Goods that leave the European Union. */
    G,
    /** Not subject to this VAT at all. */
    O
}
