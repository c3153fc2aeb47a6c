package io.partnerflow.api;

import io.partnerflow.onboarding.ApplicationAnswer;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ApplicationAnswerRequest", description = "What is absent is not corrected.")
record ApplicationAnswerRequest(
        @Schema(
                description = "In words; at most 2,000 characters.",
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "Our customer number is C-4711.")
        @Nullable
        String answer,

        @Schema(description = "If it was wrong.", example = "556012-5790") @Nullable
        String registrationNumber,

        @Schema(description = "If it was wrong.", example = "SE556012579001") @Nullable
        String vatId,

        @Schema(description = "What we know the applicant by.", example = "C-4711") @Nullable
        String preconditionReference) {

    ApplicationAnswer inWords() {
        return new ApplicationAnswer(answer, registrationNumber, vatId, preconditionReference);
    }
}
