package io.partnerflow.api;

import io.partnerflow.commission.Objection;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewDispute", description = "What is wrong with a statement.")
record NewDispute(
        @Schema(description = "In your own words, at most 2,000 characters.") @Nullable
        String reason,

        @Schema(description = "The lines that are wrong; absent for the statement as a whole.") @Nullable
        List<Line> lines) {

    @Schema(name = "DisputedLine")
    record Line(
            @Schema(description = "Number of the line's invoice or credit note.", example = "IN-2026-000012") @Nullable
            String document,

            @Schema(
                    description = "What the line should be, a plain number; absent if you do not say.",
                    example = "120.00")
            @Nullable
            String expected,

            @Schema(description = "What is wrong with it; absent for the reason of the whole.") @Nullable
            String reason) {}

    Objection objection() {
        return new Objection(
                reason,
                lines == null
                        ? List.of()
                        : lines.stream()
                                .map(line -> new Objection.Line(line.document(), line.expected(), line.reason()))
                                .toList());
    }
}
