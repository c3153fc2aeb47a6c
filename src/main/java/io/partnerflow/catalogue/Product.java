package io.partnerflow.catalogue;

import io.partnerflow.shared.Names;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something the vendor sells.
 *
 * @param code names it everywhere
 * @param names what people read
 * @param supply what it is for VAT
 * @param deviceType the type of device one piece covers; null if it covers none
 * @param category what kind of thing it is
 * @param storageMedia how many data carriers one piece has that are wiped when it comes back (W-26); 0 for none
 */
public record Product(
        String code,
        String programme,
        Names names,
        Unit unit,
        Supply supply,
        @Nullable String deviceType,
        Category category,
        int storageMedia) {

    /** What people read whose language has no name of its own for it. */
    public String name() {
        return names.plain();
    }

    /** What people read in their language. */
    public String name(Locale language) {
        return names.in(language);
    }

    /** What the list price is for. */
    public enum Unit {
        /** One piece for one year. */
        YEAR,
        /** One piece for one month of its term. */
        MONTH,
        /** One piece, once. */
        ONCE
    }

    /** What kind of thing it is: what is delivered, opened in an account, or just granted. */
    public enum Category {
        HARDWARE,
        SOFTWARE,
        INSURANCE,
        BACKUP
    }

    /** Whether it is delivered and comes back. */
    public boolean isHardware() {
        return category == Category.HARDWARE;
    }

    /** What is sold, as VAT tells it apart. */
    public enum Supply {
        SERVICE,
        GOODS
    }
}
