package io.partnerflow.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * Something the vendor sells.
 *
 * @param code names it everywhere
 * @param name what people read
 * @param supply what it is for VAT
 * @param deviceType the type of device one piece covers; null if it covers none
 */
public record Product(
        String code,
        String programme,
        String name,
        Unit unit,
        Supply supply,
        @Nullable String deviceType) {

    /** What the list price is for. */
    public enum Unit {
        /** One piece for one year. */
        YEAR,
        /** One piece, once. */
        ONCE
    }

    /** What is sold, as VAT tells it apart. */
    public enum Supply {
        SERVICE,
        GOODS
    }
}
