package io.partnerflow.offers;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer as somebody puts it together, not checked yet; null stands for what was left out.
 *
 * @param programme code
 * @param customer  organisation the reseller takes care of
 * @param delivery  {@code DIRECT} or {@code VIA_RESELLER}
 * @param address   where the devices go; null for the customer's own
 * @param recipient who gets the offer; what is null is the customer's own
 * @param note      to the customer
 * @param origin    what it comes from
 * @param savedBy   e-mail address of the user
 */
public record WantedOffer(
        UUID reseller,
        @Nullable String programme,
        @Nullable UUID customer,
        @Nullable Integer termMonths,
        List<Line> lines,
        List<Service> ownServices,
        @Nullable String delivery,
        @Nullable Address address,
        Recipient recipient,
        @Nullable String note,
        Origin origin,
        String savedBy) {

    /** One product and how many of it. */
    public record Line(@Nullable String product, @Nullable Integer quantity) {}

    /**
     * A service of the reseller's own.
     *
     * @param monthly of one, net; exactly one of both prices
     * @param once    of one, net
     */
    public record Service(
            @Nullable String name,
            @Nullable Integer quantity,
            @Nullable BigDecimal monthly,
            @Nullable BigDecimal once) {}

    public record Address(
            @Nullable String line1,
            @Nullable String line2,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String country) {}

    public record Recipient(@Nullable String name, @Nullable String email) {}

    /**
     * @param follows       SU-… (W-22)
     * @param alternativeTo OR-… (WA-3)
     */
    public record Origin(@Nullable String follows, @Nullable String alternativeTo) {

        public static final Origin NEW = new Origin(null, null);
    }

    /** The vendor's part alone, which is all a price depends on. */
    public static WantedOffer bundle(
            UUID reseller, @Nullable String programme, @Nullable Integer termMonths, List<Line> lines, String savedBy) {
        return new WantedOffer(
                reseller,
                programme,
                null,
                termMonths,
                lines,
                List.of(),
                null,
                null,
                new Recipient(null, null),
                null,
                Origin.NEW,
                savedBy);
    }

    public WantedOffer {
        lines = List.copyOf(lines);
        ownServices = List.copyOf(ownServices);
    }
}
