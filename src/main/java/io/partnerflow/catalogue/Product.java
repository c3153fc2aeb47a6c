package io.partnerflow.catalogue;

/** Something the vendor sells. {@code code} names it everywhere, {@code name} is what people read. */
public record Product(String code, String programme, String name, Unit unit) {

    /** What the list price is for. */
    public enum Unit {
        /** One piece for one year. */
        YEAR,
        /** One piece, once. */
        ONCE
    }
}
