package io.partnerflow.onboarding;

import io.partnerflow.shared.Conflict;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * An application to become a reseller. It is open while it is submitted or asked about, and ends as approved, rejected,
 * expired or withdrawn; what has ended never changes again.
 */
@Entity
@Table(name = "reseller_application")
class ResellerApplication {

    @Id
    private String number;

    private String programme;

    @Enumerated(EnumType.STRING)
    private ApplicationStatus status;

    @Embedded
    private Applicant applicant;

    @Embedded
    private ContactPerson contact;

    private String preconditionReference;
    private String motivation;
    private Instant submittedAt;
    private Instant answerDeadline;
    private Instant endedAt;
    private String rejectionReason;
    private String reviewer;
    private String tier;
    private UUID organisationId;

    @Version
    private long version;

    protected ResellerApplication() {} // for JPA

    /** @param checked every field in its normal form */
    static ResellerApplication submit(String number, NewApplication checked, Instant now) {
        var application = new ResellerApplication();
        application.number = number;
        application.programme = checked.programme();
        application.status = ApplicationStatus.SUBMITTED;
        application.applicant = Applicant.of(checked.organisation());
        application.contact = ContactPerson.of(checked.contact());
        application.preconditionReference = checked.preconditionReference();
        application.motivation = checked.motivation();
        application.submittedAt = now;
        return application;
    }

    /** Whose decision the next step carries out. */
    void reviewedBy(String person) {
        require(ApplicationStatus.SUBMITTED, "review");
        reviewer = person;
    }

    void ask(Instant deadline) {
        require(ApplicationStatus.SUBMITTED, "ask about");
        status = ApplicationStatus.ASKED;
        answerDeadline = deadline;
    }

    /**
     * @param corrected the applicant as it is after the answer
     * @throws Conflict if nothing is asked
     */
    void answer(Applicant corrected, String reference) {
        if (status != ApplicationStatus.ASKED) {
            throw new Conflict("application-not-asked", number);
        }
        status = ApplicationStatus.SUBMITTED;
        answerDeadline = null;
        applicant = corrected;
        preconditionReference = reference;
    }

    void expire(Instant now) {
        require(ApplicationStatus.ASKED, "expire");
        end(ApplicationStatus.EXPIRED, now);
    }

    void reject(String reason, Instant now) {
        require(ApplicationStatus.SUBMITTED, "reject");
        rejectionReason = reason;
        end(ApplicationStatus.REJECTED, now);
    }

    void approve(UUID organisation, String agreedTier, Instant now) {
        require(ApplicationStatus.SUBMITTED, "approve");
        organisationId = organisation;
        tier = agreedTier;
        end(ApplicationStatus.APPROVED, now);
    }

    /** @throws Conflict if it has ended already */
    void withdraw(Instant now) {
        if (!status.isOpen()) {
            throw new Conflict("application-ended", number);
        }
        end(ApplicationStatus.WITHDRAWN, now);
    }

    private void end(ApplicationStatus how, Instant now) {
        status = how;
        answerDeadline = null;
        endedAt = now;
    }

    private void require(ApplicationStatus expected, String action) {
        if (status != expected) {
            throw new IllegalStateException("cannot %s application %s: it is %s".formatted(action, number, status));
        }
    }

    String number() {
        return number;
    }

    String programme() {
        return programme;
    }

    ApplicationStatus status() {
        return status;
    }

    Applicant applicant() {
        return applicant;
    }

    Contact contact() {
        return contact.asContact();
    }

    /** The language of letters to the applicant. */
    Locale language() {
        return Locale.forLanguageTag(applicant.language());
    }

    /** Null if the applicant named none. */
    String preconditionReference() {
        return preconditionReference;
    }

    /** Null if it was not told. */
    String motivation() {
        return motivation;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    /** Null unless we have asked. */
    Instant answerDeadline() {
        return answerDeadline;
    }

    /** Null while it is open. */
    Instant endedAt() {
        return endedAt;
    }

    /** Null unless it was rejected. */
    String rejectionReason() {
        return rejectionReason;
    }

    /** Who reviewed it last, by the name used at the vendor's; null if nobody did. */
    String reviewer() {
        return reviewer;
    }

    /** The reseller it has become; null unless it was approved. */
    UUID organisationId() {
        return organisationId;
    }
}
