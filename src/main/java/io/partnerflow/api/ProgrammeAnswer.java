package io.partnerflow.api;

import io.partnerflow.parties.ResellerTerms;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Schema(name = "Programme", description = "What the vendor sells under one set of rules.")
record ProgrammeAnswer(
        @Schema(example = "licence") String code,

        @Schema(description = "Counts up with every change of the rules; orders keep the version they were made under.")
        int version,

        String name,
        Switches switches,

        @Schema(description = "Version of the terms to accept with an order.", example = "2024-1")
        String termsVersion,

        List<OfferedTerm> terms,
        List<PricedProduct> products,

        @Schema(description = "The caller's own discount; absent if it is no reseller of the programme.") @Nullable
        Percentage partnerDiscount) {

    static ProgrammeAnswer of(ProgrammePolicy policy, Optional<ResellerTerms> terms, List<PricedProduct> products) {
        return new ProgrammeAnswer(
                policy.code(),
                policy.version(),
                policy.name(),
                Switches.of(policy),
                policy.termsVersion(),
                policy.terms().stream()
                        .map(term -> new OfferedTerm(term.months(), term.discount()))
                        .toList(),
                products,
                terms.filter(ResellerTerms::active)
                        .map(ResellerTerms::partnerDiscount)
                        .orElse(null));
    }

    @Schema(name = "OfferedTerm")
    record OfferedTerm(
            @Schema(example = "12") int months,
            @Schema(description = "For binding that long.") Percentage discount) {}

    @Schema(name = "PricedProduct")
    record PricedProduct(
            @Schema(example = "planning-licence") String code,
            String name,

            @Schema(
                    description =
                            "YEAR or MONTH: the price is for one piece and year or month; ONCE: for one piece, once.")
            String unit,

            @Schema(description = "List price valid today, net of tax; absent if it depends on the term.") @Nullable
            Money listPrice,

            @Schema(description = "List price by the length of the term; empty if it is the same for every term.")
            List<TermPrice> termPrices,

            @Schema(description = "SERVICE or GOODS, as VAT tells them apart.")
            String supply,

            @Schema(
                    description = "The type of device one piece covers; absent if it covers none.",
                    example = "air-monitor")
            @Nullable
            String deviceType,

            @Schema(description = "HARDWARE, SOFTWARE, INSURANCE or BACKUP.")
            String category) {}

    @Schema(name = "TermPrice")
    record TermPrice(
            @Schema(example = "36") int termMonths,

            @Schema(description = "List price valid today, net of tax.")
            Money listPrice) {}

    @Schema(name = "ProgrammeSwitches", description = "The rules, one per switch.")
    record Switches(
            String precondition,

            @Schema(description = "Days a trial lasts; absent if there is none.") @Nullable
            Integer trialDays,

            String signature,
            String check,
            String delivery,
            String billTo,
            String rhythm,
            String compensation,
            String risk,
            String endOfTerm,
            boolean returnsDevices,
            int noticeDays,
            int reductionWindowMonths,
            int paymentDays,
            int largestQuantity,

            @Schema(description = "How many months back an order may start; 0 for not at all.")
            int backdatingMonths,

            @Schema(description = "How many months ahead an order may start.")
            int futureMonths,

            @Schema(
                    description =
                            "CATCH_UP: periods begun before the order are invoiced at once; ASSUME_PAID: they are not.")
            String backdatedBilling,

            @Schema(description = "Whether a customer may have more than one subscription at a time.")
            boolean severalSubscriptions,

            @Schema(
                    description =
                            "Whether term and partner discount are added up instead of taken off one after the other.")
            boolean additiveDiscounts,

            @Schema(
                    description = "Days seats may be fewer than devices before the account is limited; absent if seats "
                            + "need not cover devices.")
            @Nullable
            Integer deviceGraceDays,

            @Schema(description = "The monthly share of what customers are invoiced; absent if there is none.")
            @Nullable
            Kickback kickback,

            @Schema(description = "Days before the renewal on which reminders go out, first one first.")
            List<Integer> renewalReminderDays) {

        static Switches of(ProgrammePolicy policy) {
            return new Switches(
                    policy.precondition().name(),
                    policy.hasTrial() ? policy.trial().days() : null,
                    policy.signature().name(),
                    policy.check().name(),
                    policy.delivery().name(),
                    policy.billTo().name(),
                    policy.rhythm().name(),
                    policy.compensation().name(),
                    policy.risk().name(),
                    policy.endOfTerm().name(),
                    policy.returnsDevices(),
                    policy.deadlines().noticeDays(),
                    policy.deadlines().reductionWindowMonths(),
                    policy.deadlines().paymentDays(),
                    policy.limits().largestQuantity(),
                    policy.limits().backdatingMonths(),
                    policy.limits().futureMonths(),
                    policy.limits().backdatedBilling().name(),
                    policy.limits().severalSubscriptions(),
                    policy.additiveDiscounts(),
                    policy.devices() == null ? null : policy.devices().graceDays(),
                    Kickback.of(policy),
                    policy.deadlines().renewalReminderDays());
        }
    }

    @Schema(name = "KickbackSwitches")
    record Kickback(
            @Schema(description = "ISSUED: an invoice counts when it is issued; PAID: when it is paid.")
            String trigger,

            @Schema(description = "How long a statement may be disputed before it is paid out.")
            int disputeDays,

            @Schema(
                    description = "Smallest amount that is paid out; less is carried to the next month.",
                    example = "1000")
            String payoutThreshold,

            @Schema(description = "Whether the reseller's own overdue invoices are paid from it first.")
            boolean setOff) {

        static @Nullable Kickback of(ProgrammePolicy policy) {
            var kickback = policy.kickback();
            return kickback == null
                    ? null
                    : new Kickback(
                            kickback.trigger().name(),
                            kickback.disputeDays(),
                            kickback.payoutThreshold().toPlainString(),
                            kickback.setOff());
        }
    }
}
