package io.partnerflow.api;

import io.partnerflow.documents.Document;
import io.partnerflow.orders.OrderLine;
import io.partnerflow.orders.OrderRow;
import io.partnerflow.orders.OrderView;
import io.partnerflow.orders.ReachedMilestone;
import io.partnerflow.shared.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "Order")
record OrderAnswer(
        @Schema(example = "OR-2026-000001") String number,

        @Schema(
                description =
                        "STARTED, REGISTERED, ACTIVE, COMPLETED, REJECTED, DECLINED, CANCELLING, CANCELLED or LAPSED.")
        String status,

        String programme,
        UUID organisationId,
        String organisation,
        List<Line> lines,
        int termMonths,

        @Schema(description = "Absent until the order form is in.") @Nullable
        LocalDate startDate,

        @Nullable String poReference,
        @Nullable Signatory signatory,

        @Schema(description = "The trial it converts.") @Nullable
        String trialNumber,

        @Schema(description = "Frozen when the order form came in; absent before.") @Nullable
        EstimateAnswer estimate,

        @Nullable AcceptedTerms acceptedTerms,

        @Schema(description = "What happened, oldest first.")
        List<Milestone> milestones,

        @Schema(description = "Whom it waits for first; absent once it has ended.") @Nullable
        Wait waitingFor,

        @Schema(description = "Everything it waits for.") List<Wait> waits,
        List<Paper> documents,

        @Schema(description = "Every try to provide the account, oldest first.")
        List<ProvisioningTry> provisioning,

        @Schema(description = "What the vendor asks about the account; answer it with POST …/provisioning-answer.")
        @Nullable
        String provisioningQuestion,

        @Nullable String subscriptionNumber,

        @Schema(description = "Why it was rejected or cancelled.") @Nullable
        String reason,

        Instant startedAt) {

    static OrderAnswer of(
            OrderView order,
            String organisation,
            @Nullable EstimateAnswer estimate,
            List<ReachedMilestone> milestones,
            List<Wait> waits,
            List<Document> documents,
            List<ProvisioningTry> provisioning,
            @Nullable String provisioningQuestion) {
        return new OrderAnswer(
                order.number(),
                order.status().name(),
                order.programme(),
                order.customer(),
                organisation,
                order.lines().stream().map(Line::of).toList(),
                order.termMonths(),
                order.startDate(),
                order.poReference(),
                order.signatory() == null
                        ? null
                        : new Signatory(
                                order.signatory().name(),
                                order.signatory().email().value()),
                order.trialNumber(),
                estimate,
                AcceptedTerms.of(order.terms()),
                milestones.stream().map(Milestone::of).toList(),
                waits.isEmpty() ? null : waits.get(0),
                waits,
                documents.stream().map(paper -> Paper.of(order.number(), paper)).toList(),
                provisioning,
                provisioningQuestion,
                order.subscriptionNumber(),
                order.reason(),
                order.startedAt());
    }

    @Schema(name = "OrderLine")
    record Line(String product, int quantity) {

        static Line of(OrderLine line) {
            return new Line(line.product(), line.quantity());
        }
    }

    @Schema(name = "OrderSignatory")
    record Signatory(String name, String email) {}

    @Schema(name = "OrderTerms")
    record AcceptedTerms(
            String version,

            @Schema(description = "E-mail address of the user.")
            String by,

            Instant at) {

        static @Nullable AcceptedTerms of(OrderView.@Nullable AcceptedTerms terms) {
            return terms == null ? null : new AcceptedTerms(terms.version(), terms.by(), terms.at());
        }
    }

    @Schema(name = "Milestone")
    record Milestone(@Schema(example = "agreement-sent") String name, Instant at) {

        static Milestone of(ReachedMilestone reached) {
            return new Milestone(reached.milestone().code(), reached.at());
        }
    }

    @Schema(name = "OrderWait")
    record Wait(
            @Schema(description = "RESELLER, VENDOR or HOUSE (the machine, a moment later).")
            String party,

            @Schema(description = "In the caller's language.")
            String what,

            Instant since,
            @Nullable Instant due) {}

    @Schema(name = "ProvisioningTry", description = "One try of one step, in the caller's language.")
    record ProvisioningTry(
            Instant at,
            @Schema(example = "Set up the account") String step,
            @Schema(example = "Not reachable; we try again") String outcome,

            @Schema(description = "Whether it has to be done again.")
            boolean failed) {}

    @Schema(name = "OrderDocument")
    record Paper(
            @Schema(example = "signed-agreement") String kind,
            String fileName,
            String contentType,
            long size,
            String sha256,
            Instant createdAt,
            @Schema(description = "Where to fetch it.") String path) {

        static Paper of(String order, Document document) {
            return new Paper(
                    document.kind(),
                    document.fileName(),
                    document.contentType(),
                    document.size(),
                    document.sha256(),
                    document.createdAt(),
                    "/api/v1/orders/%s/documents/%s".formatted(order, document.id()));
        }
    }

    @Schema(name = "OrderSummary")
    record Summary(
            String number,
            String status,
            UUID organisationId,
            String organisation,
            @Schema(description = "Of all lines.") int quantity,

            @Schema(description = "Absent until the order form is in.") @Nullable
            Money annualNet,

            Instant startedAt) {

        static Summary of(OrderRow row) {
            return new Summary(
                    row.number(),
                    row.status().name(),
                    row.customer(),
                    row.customerName(),
                    row.quantity(),
                    row.annualNet(),
                    row.startedAt());
        }
    }
}
