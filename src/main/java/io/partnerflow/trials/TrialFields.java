package io.partnerflow.trials;

/** How the fields of a trial are called where it comes in. */
public record TrialFields(String programme, String customer, String customerType, String users) {

    /** The form {@code trial}. */
    static final TrialFields FORM = new TrialFields("programme", "customer", "customerType", "users");

    /** The API. */
    public static final TrialFields API = new TrialFields("programme", "organisationId", "customerType", "users");
}
