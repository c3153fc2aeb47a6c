package io.partnerflow.billing;

import io.partnerflow.documents.Vendor;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The numbers of documents that have legal force: gapless per legal entity, kind and year. The vendor of the settings is
 * the legal entity; a series that another one has begun is refused, so that a successor begins its own.
 */
@Component
class LegalSeries {

    private final NumberSeries numbers;
    private final BillingSettings settings;
    private final Vendor vendor;
    private final VendorCalendar calendar;
    private final JdbcClient database;
    private final Set<String> ours = ConcurrentHashMap.newKeySet();

    LegalSeries(
            NumberSeries numbers,
            BillingSettings settings,
            Vendor vendor,
            VendorCalendar calendar,
            JdbcClient database) {
        this.numbers = numbers;
        this.settings = settings;
        this.vendor = vendor;
        this.calendar = calendar;
        this.database = database;
    }

    /**
     * The next number, which stays locked until the caller's transaction ends.
     *
     * @param day of issue; the number is of its year
     * @throws IllegalStateException if the series is another legal entity's
     */
    String next(Invoice.Kind kind, LocalDate day) {
        var series = settings.series(kind);
        if (!ours.contains(series)) {
            requireOurs(kind, series);
        }
        return numbers.next(series, day);
    }

    private void requireOurs(Invoice.Kind kind, String series) {
        var begun = database.sql(
                        "INSERT INTO legal_series (series, legal_entity, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(series, vendor.registrationNumber(), OffsetDateTime.ofInstant(calendar.now(), ZoneOffset.UTC))
                .update();
        var owner = database.sql("SELECT legal_entity FROM legal_series WHERE series = ?")
                .param(series)
                .query(String.class)
                .single();
        if (!owner.equals(vendor.registrationNumber())) {
            throw new IllegalStateException(
                    "series %s has been begun by legal entity %s; give %s one of its own in partnerflow.billing.%s"
                            .formatted(series, owner, vendor.registrationNumber(), BillingSettings.nameOf(kind)));
        }
        if (begun == 0) { // else the row may yet be taken back with the transaction
            ours.add(series);
        }
    }
}
