package io.partnerflow.onboarding;

import java.time.Instant;
import java.util.List;

/**
 * An application as its applicant may see it.
 *
 * @param answerDeadline until when our question can be answered; null unless we have asked
 * @param endedAt when it was decided, withdrawn or expired; null while it is open
 * @param rejectionReason null unless it was rejected
 */
public record SubmittedApplication(
        String number,
        String programme,
        ApplicationStatus status,
        String organisationName,
        String registrationNumber,
        String vatId,
        Contact contact,
        Instant submittedAt,
        Instant answerDeadline,
        Instant endedAt,
        String rejectionReason,
        List<Message> correspondence) {

    /** Our latest question; empty text if we have asked nothing. */
    public String openQuestion() {
        return status == ApplicationStatus.ASKED
                ? correspondence.stream()
                        .filter(message -> message.kind() == Message.Kind.QUESTION)
                        .reduce((earlier, later) -> later)
                        .map(Message::text)
                        .orElse("")
                : "";
    }
}
