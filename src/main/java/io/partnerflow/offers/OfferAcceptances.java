package io.partnerflow.offers;

import io.partnerflow.shared.VendorCalendar;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code offer_acceptance}: who has accepted which version, under which terms. Never changed. */
@Component
class OfferAcceptances {

    private final JdbcClient database;
    private final VendorCalendar calendar;

    OfferAcceptances(JdbcClient database, VendorCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    /** @param acceptance that was checked */
    void keep(String offer, int version, Acceptance acceptance) {
        database.sql("""
                        INSERT INTO offer_acceptance (offer_number, version, signatory_name, signatory_email, terms_version,
                            accepted_at)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(
                        offer,
                        version,
                        Objects.requireNonNull(acceptance.name()).strip(),
                        Objects.requireNonNull(acceptance.email()).strip(),
                        acceptance.terms(),
                        calendar.now().atOffset(ZoneOffset.UTC))
                .update();
    }
}
