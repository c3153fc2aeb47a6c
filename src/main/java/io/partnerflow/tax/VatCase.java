package io.partnerflow.tax;

/**
 * Who sells what to whom.
 *
 * @param seller     country, ISO 3166-1 alpha-2
 * @param buyer      country, ISO 3166-1 alpha-2
 * @param buyerVatId what is known about the buyer's VAT id
 */
public record VatCase(String seller, String buyer, VatIdStatus buyerVatId, Supply supply) {

    /** What is known about a VAT id; only one that the tax office has confirmed makes a reverse charge. */
    public enum VatIdStatus {
        VALID,
        INVALID,
        /** The tax office did not answer. */
        UNCHECKED,
        NONE
    }

    /** What is sold. */
    public enum Supply {
        SERVICE,
        GOODS
    }
}
