package io.partnerflow.onboarding;

/** What we know about whether an applicant is what the programme asks for (P-18). */
enum PreconditionEvidence {
    /** We find it in our own records. */
    PROVEN,
    /** The applicant named a reference that a person can look up. */
    STATED,
    NONE
}
