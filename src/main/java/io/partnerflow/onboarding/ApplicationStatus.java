package io.partnerflow.onboarding;

/** Where an application stands. */
public enum ApplicationStatus {
    /** We have it, a person will decide. */
    SUBMITTED,
    /** We have asked something and wait for the answer. */
    ASKED,
    /** The organisation is a reseller. */
    APPROVED,
    REJECTED,
    /** Our question was not answered in time. */
    EXPIRED,
    /** The applicant took it back. */
    WITHDRAWN;

    public boolean isOpen() {
        return this == SUBMITTED || this == ASKED;
    }
}
