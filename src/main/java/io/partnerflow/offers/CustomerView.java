package io.partnerflow.offers;

import io.partnerflow.offers.CustomerOffer.Standing;
import io.partnerflow.parties.Brandings;
import io.partnerflow.parties.Organisations;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.VendorCalendar;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Makes the customer's view of an offer: a type of its own, so that what the reseller earns cannot slip into it. */
@Component
class CustomerView {

    private final Organisations organisations;
    private final Brandings brandings;
    private final Programmes programmes;
    private final VendorCalendar calendar;

    CustomerView(Organisations organisations, Brandings brandings, Programmes programmes, VendorCalendar calendar) {
        this.organisations = organisations;
        this.brandings = brandings;
        this.programmes = programmes;
        this.calendar = calendar;
    }

    /** @param sent version the customer can answer */
    CustomerOffer of(OfferView offer, int sent, List<OfferQuestion> questions) {
        var policy = programmes.get(offer.programme());
        var standing = standing(offer, sent);
        return new CustomerOffer(
                offer.number(),
                offer.version(),
                standing,
                offer.reseller(),
                brandings.of(offer.reseller()).senderName(),
                offer.createdBy(),
                organisations.get(offer.customer()).name(),
                offer.recipient().name(),
                policy.code(),
                offer.termMonths(),
                offer.currency(),
                Objects.requireNonNull(offer.validUntil()),
                OfferPaper.groups(offer.components()).stream()
                        .map(CustomerView::group)
                        .toList(),
                offer.ownServices(),
                offer.delivery(),
                offer.monthlyRate(),
                offer.commission().fullTermValue(),
                offer.note(),
                policy.termsVersion(),
                policy.directDebit() != null,
                questions,
                standing == Standing.ACCEPTED ? offer.orderNumber() : null);
    }

    private Standing standing(OfferView offer, int sent) {
        if (offer.version() != sent) {
            return Standing.REPLACED;
        }
        return switch (offer.status()) {
            case ACCEPTED -> Standing.ACCEPTED;
            case DECLINED -> Standing.DECLINED;
            case EXPIRED -> Standing.EXPIRED;
            case WITHDRAWN -> Standing.WITHDRAWN;
            case DRAFT, SENT ->
                calendar.today().isAfter(Objects.requireNonNull(offer.validUntil())) ? Standing.EXPIRED : Standing.OPEN;
        };
    }

    private static CustomerOffer.Group group(OfferPaper.Group group) {
        return new CustomerOffer.Group(
                group.category().name(),
                group.components().stream()
                        .map(one -> new CustomerOffer.Part(
                                one.product(), one.name(), one.quantity(), one.monthly(), one.monthlyOfAll()))
                        .toList());
    }
}
