package io.partnerflow.offers;

import io.partnerflow.catalogue.Product;
import io.partnerflow.documents.PostalAddress;
import io.partnerflow.pricing.UpfrontCommission;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.NamedEmail;
import io.partnerflow.shared.Percentage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of an offer as others see it: the one that was sent last, or the draft where none was or it was asked for.
 *
 * @param number        OF-…
 * @param version       1 or more
 * @param policyVersion version of the programme's policy the offer was begun under
 * @param pricedOn      the day whose price list and commission table it was reckoned by
 * @param validUntil    last day on which it can be accepted; null until it is sent
 * @param components    of the vendor, in the catalogue's order, at least one
 * @param ownServices   of the reseller, which it invoices itself (W-17); may be empty
 * @param monthlyRate   what the vendor debits every month, net (W-20)
 * @param commission    what the reseller earns, in the components' order (W-15); never shown to the customer
 * @param recipient     who gets the letters at the customer
 * @param note          from the reseller to the customer; null for none
 * @param orderNumber   OR-… it became; null if it became none
 * @param follows       SU-… whose bundle it replaces (W-22); null if it follows none
 * @param alternativeTo OR-… that was declined and this is another way to (WA-3); null if it is none
 * @param reason        why it was declined or withdrawn; null otherwise
 * @param createdBy     e-mail address of the reseller's user who began it
 * @param sentAt        null until it is sent
 * @param draft         number of the version that is being put together; null if none is
 */
public record OfferView(
        String number,
        int version,
        OfferStatus status,
        UUID reseller,
        UUID customer,
        String programme,
        int policyVersion,
        int termMonths,
        String currency,
        LocalDate pricedOn,
        @Nullable LocalDate validUntil,
        List<Component> components,
        List<OwnService> ownServices,
        Delivery delivery,
        Money monthlyRate,
        UpfrontCommission commission,
        NamedEmail recipient,
        @Nullable String note,
        @Nullable String orderNumber,
        @Nullable String follows,
        @Nullable String alternativeTo,
        @Nullable String reason,
        String createdBy,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable Instant endedAt,
        @Nullable Integer draft) {

    /**
     * Something of the vendor's.
     *
     * @param product        its code in the catalogue
     * @param quantity       1 or more
     * @param monthly        of one piece, net
     * @param commissionRate frozen with the version
     */
    public record Component(
            String product,
            String name,
            Product.Category category,
            int quantity,
            Money monthly,
            Percentage commissionRate) {

        /** What all pieces cost a month. */
        public Money monthlyOfAll() {
            return monthly.times(quantity);
        }
    }

    /**
     * Something the reseller does itself (W-03).
     *
     * @param position from 1
     * @param quantity 1 or more
     * @param monthly  of one, net; null if it is paid once
     * @param once     of one, net; null if it is paid every month
     */
    public record OwnService(
            int position,
            String name,
            int quantity,
            @Nullable Money monthly,
            @Nullable Money once) {}

    /** Where the devices go (W-13). */
    public record Delivery(Way way, PostalAddress address) {

        public enum Way {
            DIRECT,
            VIA_RESELLER
        }
    }

    public OfferView {
        components = List.copyOf(components);
        ownServices = List.copyOf(ownServices);
    }

    /** What the reseller earns with each component, in their order. */
    public List<Money> commissionLines() {
        return commission.lines();
    }
}
