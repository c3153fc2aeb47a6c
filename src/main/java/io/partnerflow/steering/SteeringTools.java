package io.partnerflow.steering;

import io.partnerflow.documents.Vendor;
import io.partnerflow.exports.Rows;
import io.partnerflow.exports.Table;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.VendorCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What every page of figures needs: days, words and files the reader's way. */
@Component
class SteeringTools {

    private final VendorCalendar calendar;
    private final Vendor vendor;
    private final Programmes programmes;
    private final Spans spans;
    private final ListFiles files;

    SteeringTools(VendorCalendar calendar, Vendor vendor, Programmes programmes, Spans spans, ListFiles files) {
        this.calendar = calendar;
        this.vendor = vendor;
        this.programmes = programmes;
        this.spans = spans;
        this.files = files;
    }

    Formats formats(Locale language) {
        return new Formats(language, vendor.timeZone());
    }

    LocalDate today() {
        return calendar.today();
    }

    Instant now() {
        return calendar.now();
    }

    /** Codes and names. */
    Map<String, String> programmes(Locale language) {
        return programmes.names(language);
    }

    /** Writes how long something took. */
    Spans.Reader spans(Locale language) {
        return spans.in(language);
    }

    /** Reckons how long something took, for templates. */
    Took took() {
        return new Took(this);
    }

    /** From one moment to another, or until now. */
    record Took(SteeringTools tools) {

        public Duration of(Instant from, @Nullable Instant to) {
            return tools.took(from, to);
        }
    }

    /** @param to null for until now */
    Duration took(Instant from, @Nullable Instant to) {
        var until = to == null ? now() : to;
        return until.isBefore(from) ? Duration.ZERO : Duration.between(from, until);
    }

    <T> ResponseEntity<Resource> file(String format, Table<T> table, Rows<T> rows, Locale language) {
        return files.of(format, table, rows, language);
    }
}
