package io.partnerflow.portal;

import java.util.List;

/** The two forms of a page about a shipment, and where on the page each of their fields stands. */
enum ShipmentForm {
    RECEIPT("answered", "pieces"),
    DAMAGE("typed", "serial");

    private final String kept;
    private final String subject;

    /**
     * @param kept    name under which the page finds what was typed into it
     * @param subject id of the place that says what it is about
     */
    ShipmentForm(String kept, String subject) {
        this.kept = kept;
        this.subject = subject;
    }

    String kept() {
        return kept;
    }

    String subject() {
        return subject;
    }

    /** @return id of the page's field for one of the module's, such as {@code received[0]} */
    String place(String field) {
        if (this == RECEIPT) {
            return "words".equals(field) ? "missing-words" : subject;
        }
        return List.of("serial", "words").contains(field) ? field : subject;
    }
}
