package io.partnerflow.agreements;

import io.partnerflow.documents.DocumentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as others see it.
 *
 * @param round        counts from 1; each time it had to be drawn up anew adds one
 * @param document     the one to sign
 * @param deadline     until when a signed file is waited for
 * @param signed       the file that came back in this round; null for none
 * @param uploadedBy   e-mail address of the user, or of who signed on the page
 * @param fileCheck    what was found in the file
 * @param how          in which way it was signed; null while it is not
 * @param comparison   how the words of the signed file differ from those that were sent; null while nobody has looked
 * @param returnReason why the file of the round before was not accepted; null where it was not or no new file came
 */
public record AgreementView(
        String orderNumber,
        AgreementStatus status,
        int round,
        DocumentId document,
        Instant sentAt,
        Instant reminderAt,
        Instant deadline,
        @Nullable DocumentId signed,
        @Nullable String uploadedBy,
        @Nullable Instant uploadedAt,
        @Nullable String fileCheck,
        @Nullable SignedHow how,
        @Nullable String comparison,
        @Nullable String returnReason) {}
