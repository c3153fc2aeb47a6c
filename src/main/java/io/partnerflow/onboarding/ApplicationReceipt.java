package io.partnerflow.onboarding;

/**
 * Confirms an application.
 *
 * @param number human number, such as {@code RA-2026-000001}
 * @param token secret that shows and answers the application without a log-in; whoever has it acts for the applicant
 */
public record ApplicationReceipt(String number, String token) {}
