package io.partnerflow.agreements;

import io.partnerflow.documents.DocumentId;
import io.partnerflow.shared.Conflict;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The agreement about one order. Each round is drawn up, sent, uploaded and checked; it ends as concluded, lapsed or
 * void, and a concluded one can only become void.
 */
@Entity
@Table(name = "agreement")
class Agreement {

    @Id
    private String orderNumber;

    @Enumerated(EnumType.STRING)
    private AgreementStatus status;

    private int round;
    private String content;
    private UUID documentId;
    private Instant sentAt;
    private Instant reminderAt;
    private Instant deadline;
    private @Nullable UUID signedDocumentId;
    private @Nullable String uploadedBy;
    private @Nullable Instant uploadedAt;
    private @Nullable String fileCheck;

    @Enumerated(EnumType.STRING)
    private @Nullable SignedHow signedHow;

    private @Nullable String comparison;
    private @Nullable String returnReason;

    @Version
    private long version;

    protected Agreement() {} // for JPA

    /** What goes out in one round, and how long we wait for it. */
    record Dispatch(String content, DocumentId document, Instant sentAt, Instant reminderAt, Instant deadline) {}

    static Agreement first(String order, Dispatch dispatch) {
        var agreement = new Agreement();
        agreement.orderNumber = order;
        agreement.round = 1;
        agreement.send(dispatch);
        return agreement;
    }

    /** The next round goes out; what came back in an earlier one counts no more. */
    void sendAgain(Dispatch dispatch) {
        round++;
        send(dispatch);
    }

    private void send(Dispatch dispatch) {
        status = AgreementStatus.SENT;
        content = dispatch.content();
        documentId = dispatch.document().value();
        sentAt = dispatch.sentAt();
        reminderAt = dispatch.reminderAt();
        deadline = dispatch.deadline();
        signedDocumentId = null;
        uploadedBy = null;
        uploadedAt = null;
        fileCheck = null;
        signedHow = null;
        comparison = null;
    }

    /** @throws Conflict if no signed file is waited for */
    void requireSent() {
        require(AgreementStatus.SENT);
    }

    /** @throws Conflict if no signed file is waited for */
    void signed(SignedFile file) {
        requireSent();
        status = AgreementStatus.UPLOADED;
        signedDocumentId = file.document().value();
        signedHow = file.how();
        uploadedBy = file.by();
        uploadedAt = file.at();
        fileCheck = file.findings();
        returnReason = null;
    }

    /** @param found how its words differ from those that were sent, in words */
    void compared(String found) {
        require(AgreementStatus.UPLOADED);
        comparison = found;
    }

    void conclude() {
        require(AgreementStatus.UPLOADED);
        status = AgreementStatus.CONCLUDED;
    }

    void giveBack(String reason) {
        require(AgreementStatus.UPLOADED);
        status = AgreementStatus.PREPARING;
        returnReason = reason;
    }

    /** The order says something else now. */
    void renew() {
        requireSent();
        status = AgreementStatus.PREPARING;
    }

    void lapse() {
        requireSent();
        status = AgreementStatus.LAPSED;
    }

    /** @return whether there was anything left to make void */
    boolean makeVoid() {
        var alive = status != AgreementStatus.VOID && status != AgreementStatus.LAPSED;
        status = alive ? AgreementStatus.VOID : status;
        return alive;
    }

    AgreementStatus status() {
        return status;
    }

    boolean says(String wanted) {
        return content.equals(wanted);
    }

    private void require(AgreementStatus expected) {
        if (status != expected) {
            throw new Conflict("agreement-" + status.name().toLowerCase(Locale.ROOT), orderNumber);
        }
    }

    AgreementView view() {
        return new AgreementView(
                orderNumber,
                status,
                round,
                new DocumentId(documentId),
                sentAt,
                reminderAt,
                deadline,
                signedDocumentId == null ? null : new DocumentId(signedDocumentId),
                uploadedBy,
                uploadedAt,
                fileCheck,
                signedHow,
                comparison,
                returnReason);
    }
}
