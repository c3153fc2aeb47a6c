package io.partnerflow.api;

import io.partnerflow.offers.OfferQuestion;
import io.partnerflow.offers.OfferRow;
import io.partnerflow.offers.OfferView;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

@Schema(name = "Offer", description = "The version that was sent last, or the draft where none was. Amounts are net.")
record OfferAnswer(
        @Schema(example = "OF-2026-000001") String number,
        int version,

        @Schema(description = "DRAFT, SENT, ACCEPTED, DECLINED, EXPIRED or WITHDRAWN.")
        String status,

        String programme,
        UUID organisationId,
        int termMonths,
        List<Line> lines,
        List<OwnService> ownServices,
        Delivery delivery,

        @Schema(description = "What the vendor debits every month.")
        Money monthlyRate,

        @Schema(description = "The same over the whole term.")
        Money contractValue,

        @Schema(description = "What the reseller earns, once; the customer never sees it.")
        Money commission,

        LocalDate pricedOn,

        @Schema(description = "Last day on which it can be accepted; absent until it is sent.") @Nullable
        LocalDate validUntil,

        @Schema(description = "E-mail address the letters go to.")
        String recipient,

        @Nullable String note,

        @Schema(description = "Absent unless it was accepted.") @Nullable
        String orderNumber,

        @Nullable String follows,
        @Nullable String alternativeTo,

        @Schema(description = "Why it was declined or withdrawn.") @Nullable
        String reason,

        @Schema(description = "Number of the version that is being put together; absent if none is.") @Nullable
        Integer draftVersion,

        List<Question> questions,
        Instant createdAt,
        @Nullable Instant sentAt) {

    static OfferAnswer of(OfferView offer, List<OfferQuestion> questions) {
        return new OfferAnswer(
                offer.number(),
                offer.version(),
                offer.status().name(),
                offer.programme(),
                offer.customer(),
                offer.termMonths(),
                IntStream.range(0, offer.components().size())
                        .mapToObj(index -> Line.of(
                                offer.components().get(index),
                                offer.commissionLines().get(index)))
                        .toList(),
                offer.ownServices().stream().map(OwnService::of).toList(),
                Delivery.of(offer.delivery()),
                offer.monthlyRate(),
                offer.commission().fullTermValue(),
                offer.commission().commission(),
                offer.pricedOn(),
                offer.validUntil(),
                offer.recipient().email().value(),
                offer.note(),
                offer.orderNumber(),
                offer.follows(),
                offer.alternativeTo(),
                offer.reason(),
                offer.draft(),
                questions.stream().map(Question::of).toList(),
                offer.createdAt(),
                offer.sentAt());
    }

    @Schema(name = "OfferLine")
    record Line(
            String product,
            String name,

            @Schema(description = "HARDWARE, SOFTWARE, INSURANCE or BACKUP.")
            String category,

            int quantity,
            @Schema(description = "Of one piece.") Money monthly,
            Percentage commissionRate,
            Money commission) {

        static Line of(OfferView.Component part, Money commission) {
            return new Line(
                    part.product(),
                    part.name(),
                    part.category().name(),
                    part.quantity(),
                    part.monthly(),
                    part.commissionRate(),
                    commission);
        }
    }

    @Schema(name = "OwnService")
    record OwnService(
            String name,
            int quantity,
            @Schema(description = "Of one.") @Nullable Money monthly,
            @Schema(description = "Of one.") @Nullable Money once) {

        static OwnService of(OfferView.OwnService service) {
            return new OwnService(service.name(), service.quantity(), service.monthly(), service.once());
        }
    }

    @Schema(name = "OfferDelivery")
    record Delivery(
            @Schema(description = "DIRECT or VIA_RESELLER.") String way,
            String line1,
            @Nullable String line2,
            String postalCode,
            String city,
            String country) {

        static Delivery of(OfferView.Delivery delivery) {
            var to = delivery.address();
            return new Delivery(
                    delivery.way().name(), to.street(), to.line2(), to.postalCode(), to.city(), to.country());
        }
    }

    @Schema(name = "OfferQuestion")
    record Question(
            @Schema(description = "From 1.") int number,
            String askedBy,
            Instant askedAt,
            String question,
            @Nullable String answer,
            @Nullable Instant answeredAt) {

        static Question of(OfferQuestion one) {
            return new Question(
                    one.position(), one.askedBy(), one.askedAt(), one.question(), one.answer(), one.answeredAt());
        }
    }

    @Schema(name = "OfferSummary")
    record Summary(
            String number,
            int version,
            String status,
            UUID organisationId,
            String organisation,
            int termMonths,
            Money monthlyRate,
            Money commission,
            @Nullable LocalDate validUntil,

            @Schema(description = "That are not answered yet.")
            int openQuestions,

            Instant createdAt) {

        static Summary of(OfferRow row) {
            return new Summary(
                    row.number(),
                    row.version(),
                    row.status().name(),
                    row.customer(),
                    row.customerName(),
                    row.termMonths(),
                    row.monthlyRate(),
                    row.commission(),
                    row.validUntil(),
                    row.openQuestions(),
                    row.createdAt());
        }
    }
}
