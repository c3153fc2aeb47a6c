package io.partnerflow.onboarding;

/** The person at the applicant's; becomes the first user. {@code phone} may be null. */
public record Contact(String name, String email, String phone) {}
