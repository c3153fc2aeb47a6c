package io.partnerflow.api;

import io.partnerflow.credit.Alternative;
import io.partnerflow.credit.CreditCheckView;
import io.partnerflow.shared.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Schema(name = "CreditCheck", description = "How far the check of the customer is. What it rests on is never said.")
record CreditCheckAnswer(
        @Schema(example = "CC-2026-000001") String number,
        String order,

        @Schema(
                description =
                        "ASKING (the agency), REFERRED (a person decides), ALTERNATIVES (no as it is), APPROVED or "
                                + "DECLINED.")
        String status,

        Instant since,

        @Schema(description = "How long another way can be chosen; absent unless the status is ALTERNATIVES.") @Nullable
        Instant alternativesUntil,

        @Schema(description = "What was chosen last.") @Nullable
        Chosen chosen,

        @Schema(description = "Under which it was approved.") @Nullable
        String condition) {

    static CreditCheckAnswer of(CreditCheckView check) {
        return new CreditCheckAnswer(
                check.number(),
                check.order(),
                check.status().name(),
                check.since(),
                check.alternativesUntil(),
                check.alternative() == null ? null : Chosen.of(check.alternative()),
                check.condition());
    }

    @Schema(name = "ChosenAlternative")
    record Chosen(
            String kind,
            @Nullable Money amount,
            @Nullable String name,
            @Nullable String registrationNumber) {

        static Chosen of(Alternative chosen) {
            var guarantor = chosen.guarantor();
            return new Chosen(
                    chosen.kind().code(),
                    chosen.deposit(),
                    guarantor == null ? null : guarantor.name(),
                    guarantor == null ? null : guarantor.registrationNumber());
        }
    }
}
