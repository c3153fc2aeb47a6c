package io.partnerflow.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewTrial", description = "A trial to start.")
record NewTrial(
        @Schema(description = "Code of a programme with a trial.", example = "licence") @Nullable
        String programme,

        @Schema(description = "A customer the reseller has prepared.") @Nullable
        UUID organisationId,

        @Schema(description = "One of the programme's types of customer.", example = "housing-association") @Nullable
        String customerType,

        @Schema(description = "Who gets login details; at least one.") @Nullable
        List<TrialPeople> users) {}
