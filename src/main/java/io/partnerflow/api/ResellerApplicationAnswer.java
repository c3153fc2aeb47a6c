package io.partnerflow.api;

import io.partnerflow.onboarding.ApplicationStatus;
import io.partnerflow.onboarding.Message;
import io.partnerflow.onboarding.SubmittedApplication;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "ResellerApplication")
record ResellerApplicationAnswer(
        @Schema(example = "RA-2026-000001") String number,
        @Schema(example = "licence") String programme,
        ApplicationStatus status,
        Organisation organisation,
        Instant submittedAt,

        @Schema(description = "The question that waits for an answer; only while ASKED.") @Nullable
        Question question,

        @Schema(description = "Everything asked and answered, oldest first.")
        List<Entry> correspondence,

        @Schema(description = "When it was decided, closed or taken back.") @Nullable
        Instant endedAt,

        @Schema(description = "Only if REJECTED.") @Nullable String rejectionReason) {

    @Schema(name = "ApplicantOrganisation")
    record Organisation(
            String name,
            String registrationNumber,
            @Nullable String vatId) {}

    @Schema(name = "ApplicationQuestion")
    record Question(
            String text,

            @Schema(description = "First moment at which it is too late.")
            Instant answerBefore) {}

    @Schema(name = "ApplicationMessage")
    record Entry(
            @Schema(description = "QUESTION or ANSWER") Message.Kind kind, Instant at, String author, String text) {}

    static ResellerApplicationAnswer of(SubmittedApplication application) {
        var asked = application.status() == ApplicationStatus.ASKED;
        return new ResellerApplicationAnswer(
                application.number(),
                application.programme(),
                application.status(),
                new Organisation(application.organisationName(), application.registrationNumber(), application.vatId()),
                application.submittedAt(),
                asked ? new Question(application.openQuestion(), application.answerDeadline()) : null,
                application.correspondence().stream()
                        .map(message -> new Entry(message.kind(), message.at(), message.author(), message.text()))
                        .toList(),
                application.endedAt(),
                application.rejectionReason());
    }
}
