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

            @Schema(description = "YEAR: the price is for one piece and year; ONCE: for one piece, once.")
            String unit,

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
            int largestQuantity) {

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
                    policy.limits().largestQuantity());
        }
    }
}
