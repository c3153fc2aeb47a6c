package io.partnerflow.api;

import io.partnerflow.offers.CustomerOffer;
import io.partnerflow.shared.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "CustomerOffer", description = "An offer as its customer sees it. Amounts are net.")
record CustomerOfferAnswer(
        @Schema(example = "OF-2026-000001") String number,
        int version,

        @Schema(
                description =
                        "OPEN (it can be accepted, asked about and declined), ACCEPTED, DECLINED, EXPIRED, WITHDRAWN or REPLACED.")
        String standing,

        String reseller,

        @Schema(description = "E-mail address of who made the offer.")
        String contact,

        String organisation,
        int termMonths,
        LocalDate validUntil,
        List<Line> lines,
        List<OfferAnswer.OwnService> ownServices,
        OfferAnswer.Delivery delivery,
        Money monthlyRate,
        Money contractValue,
        @Nullable String note,

        @Schema(description = "Version of the terms that are accepted with it.")
        String termsVersion,

        @Schema(description = "Whether an account to debit is needed to accept it.")
        boolean accountNeeded,

        List<OfferAnswer.Question> questions,

        @Schema(description = "Absent unless it was accepted.") @Nullable
        String orderNumber) {

    static CustomerOfferAnswer of(CustomerOffer offer) {
        return new CustomerOfferAnswer(
                offer.number(),
                offer.version(),
                offer.standing().name(),
                offer.resellerName(),
                offer.contact(),
                offer.customerName(),
                offer.termMonths(),
                offer.validUntil(),
                offer.groups().stream()
                        .flatMap(group -> group.parts().stream().map(part -> Line.of(part, group.category())))
                        .toList(),
                offer.ownServices().stream().map(OfferAnswer.OwnService::of).toList(),
                OfferAnswer.Delivery.of(offer.delivery()),
                offer.monthlyRate(),
                offer.contractValue(),
                offer.note(),
                offer.termsVersion(),
                offer.mandateNeeded(),
                offer.questions().stream().map(OfferAnswer.Question::of).toList(),
                offer.orderNumber());
    }

    @Schema(name = "CustomerOfferLine")
    record Line(
            String product,
            String name,
            String category,
            int quantity,
            @Schema(description = "Of one piece.") Money monthly) {

        static Line of(CustomerOffer.Part part, String category) {
            return new Line(part.product(), part.name(), category, part.quantity(), part.monthly());
        }
    }
}
