package io.partnerflow.devices;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer has fewer seats than devices: from the warning until seats are there. */
@Entity
@Table(name = "coverage_case")
class CoverageCase {

    @Id
    private String number;

    private UUID customerId;

    @Enumerated(EnumType.STRING)
    private CoverageStatus status;

    private Instant openedAt;
    private LocalDate graceEndsOn;
    private @Nullable Instant limitedAt;
    private @Nullable Instant endedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway")
    protected CoverageCase() {} // for JPA

    /** @param graceEndsOn first day the account may be limited */
    static CoverageCase open(String number, UUID customer, Instant now, LocalDate graceEndsOn) {
        var opened = new CoverageCase();
        opened.number = number;
        opened.customerId = customer;
        opened.status = CoverageStatus.WARNED;
        opened.openedAt = now;
        opened.graceEndsOn = graceEndsOn;
        return opened;
    }

    /** The time is over. */
    void limit(Instant now) {
        require(status == CoverageStatus.WARNED);
        status = CoverageStatus.LIMITED;
        limitedAt = now;
    }

    /** Nothing is missing any more. */
    void cover(Instant now) {
        require(status == CoverageStatus.WARNED || status == CoverageStatus.LIMITED);
        status = status == CoverageStatus.WARNED ? CoverageStatus.COVERED : CoverageStatus.RESTORED;
        endedAt = now;
    }

    String number() {
        return number;
    }

    UUID customer() {
        return customerId;
    }

    CoverageStatus status() {
        return status;
    }

    LocalDate graceEndsOn() {
        return graceEndsOn;
    }

    /** @param zone the vendor's */
    Coverage.Shortage view(ZoneId zone) {
        return new Coverage.Shortage(
                number, openedAt.atZone(zone).toLocalDate(), graceEndsOn, status == CoverageStatus.LIMITED);
    }

    private void require(boolean allowed) {
        if (!allowed) {
            throw new IllegalStateException("%s is %s".formatted(number, status));
        }
    }
}
