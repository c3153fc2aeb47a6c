package io.partnerflow.orders;

/** How the fields of an order are called where it comes in. */
public enum OrderFields {
    /** The forms {@code order-start} and {@code order}. */
    FORM("customer", "%s", "signatoryName", "signatoryEmail", "termsAccepted"),
    /** The API. */
    API("organisationId", "lines[%d].%s", "signatory.name", "signatory.email", "acceptedTerms.version");

    private final String customer;
    private final String line;
    private final String signatoryName;
    private final String signatoryEmail;
    private final String terms;

    OrderFields(String customer, String line, String signatoryName, String signatoryEmail, String terms) {
        this.customer = customer;
        this.line = line;
        this.signatoryName = signatoryName;
        this.signatoryEmail = signatoryEmail;
        this.terms = terms;
    }

    String customer() {
        return customer;
    }

    String signatoryName() {
        return signatoryName;
    }

    String signatoryEmail() {
        return signatoryEmail;
    }

    String terms() {
        return terms;
    }

    /** @param part {@code product} or {@code quantity} */
    String line(int index, String part) {
        return this == FORM ? part : line.formatted(index, part);
    }
}
