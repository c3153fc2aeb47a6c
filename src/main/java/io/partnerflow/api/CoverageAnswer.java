package io.partnerflow.api;

import io.partnerflow.devices.Coverage;
import io.partnerflow.devices.TypeCoverage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "SeatCoverage",
        description =
                "Seats beside deployed devices, type by type: a seat of one type does not cover a device of another.")
record CoverageAnswer(
        @Schema(description = "Whether every type has at least as many seats as devices.")
        boolean covered,

        @Schema(
                description = "FULL, or LIMITED: the account can be used only in part until seats cover the devices.",
                example = "FULL")
        String plan,

        @Schema(description = "Types with seats or devices.")
        List<Type> types,

        @Schema(description = "What is being done about missing seats; absent while nothing is missing.") @Nullable
        Shortage shortage,

        @Schema(description = "Last day on which the vendor accepts fewer seats than devices; absent if it does not.")
        @Nullable
        LocalDate excusedUntil) {

    static CoverageAnswer of(Coverage coverage) {
        return new CoverageAnswer(
                coverage.covered(),
                coverage.limited() ? "LIMITED" : "FULL",
                coverage.types().stream().map(Type::of).toList(),
                Shortage.of(coverage.shortage()),
                coverage.excusedUntil());
    }

    @Schema(name = "TypeCoverage")
    record Type(
            @Schema(example = "air-monitor") String type,

            @Schema(description = "Of contracts that have begun and not ended.", example = "10")
            int seats,

            @Schema(description = "As counted last.", example = "12")
            int devices,

            @Schema(description = "Seats that lack.", example = "2")
            int missing,

            @Schema(description = "When the devices were counted; absent if they never were.") @Nullable
            Instant countedAt) {

        static Type of(TypeCoverage one) {
            return new Type(one.type(), one.seats(), one.devices(), one.missing(), one.countedAt());
        }
    }

    @Schema(name = "SeatShortage")
    record Shortage(
            @Schema(example = "CV-2026-000001") String number,

            @Schema(description = "The day it was noticed and the reseller was told.")
            LocalDate since,

            @Schema(description = "The day the account is limited unless seats cover the devices before.")
            LocalDate limitedFrom) {

        static @Nullable Shortage of(Coverage.@Nullable Shortage shortage) {
            return shortage == null ? null : new Shortage(shortage.number(), shortage.since(), shortage.limitedFrom());
        }
    }
}
