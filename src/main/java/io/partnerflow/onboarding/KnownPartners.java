package io.partnerflow.onboarding;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.programmes.ProgrammePolicy.Precondition;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Our own record of organisations that are what a programme asks of its resellers, such as customers who use the
 * manager model.
 *
 * <p><b>Source:</b> P-18.
 */
@Component
@Transactional
public class KnownPartners {

    private final JdbcClient database;
    private final AuditTrail audit;
    private final Clock clock;

    KnownPartners(JdbcClient database, AuditTrail audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Notes that the organisation fulfils the precondition. A second time changes nothing.
     *
     * @param country ISO 3166-1 alpha-2
     * @param registrationNumber in normal form
     * @param source how we know, in words or as a number of ours
     */
    public void note(Precondition precondition, String country, String registrationNumber, String source) {
        var noted = database.sql("""
                        INSERT INTO known_partner (precondition, country, registration_number, source, noted_at)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                .params(
                        precondition.name(),
                        country,
                        registrationNumber,
                        source,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        if (noted == 1) {
            audit.record("partner-known", country + " " + registrationNumber, precondition + ": " + source);
        }
    }

    /** @return how we know that the organisation fulfils the precondition; empty if we do not */
    @Transactional(readOnly = true)
    public Optional<String> sourceOf(Precondition precondition, String country, String registrationNumber) {
        return database.sql("""
                        SELECT source FROM known_partner
                        WHERE precondition = ? AND country = ? AND registration_number = ?""")
                .params(precondition.name(), country, registrationNumber)
                .query(String.class)
                .optional();
    }
}
