package io.partnerflow.onboarding;

/**
 * An applicant's answer to our question. What is null is not corrected.
 *
 * @param text the answer in words
 */
public record ApplicationAnswer(String text, String registrationNumber, String vatId, String preconditionReference) {}
