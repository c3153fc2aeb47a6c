package io.partnerflow.devices;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.shared.RegistrationNumber;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** The vendor accepts fewer seats than devices for a while (AA-12). */
@ModuleService
class SeatExceptions {

    private final ExceptionRows rows;
    private final Organisations organisations;
    private final CoverageWatch watch;
    private final CoverageLetters letters;
    private final NumberSeries numbers;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    SeatExceptions(
            ExceptionRows rows,
            Organisations organisations,
            CoverageWatch watch,
            CoverageLetters letters,
            NumberSeries numbers,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.rows = rows;
        this.organisations = organisations;
        this.watch = watch;
        this.letters = letters;
        this.numbers = numbers;
        this.calendar = calendar;
        this.audit = audit;
    }

    /** The organisation somebody at the vendor means, however the number is written. */
    Optional<Party> customer(String country, String registrationNumber) {
        var code = country.strip().toUpperCase(Locale.ROOT);
        return RegistrationNumber.parse(code, registrationNumber)
                .flatMap(number -> organisations.byRegistrationNumber(code, number.value()));
    }

    /**
     * Lets the customer have fewer seats. What is being done about missing seats ends at once.
     *
     * @param validUntil last day
     * @param by who decided
     * @return number of the exception, OV-…
     */
    String grant(Party customer, LocalDate validUntil, String reason, String by) {
        var number = numbers.next("OV");
        rows.insert(new ExceptionRows.Row(number, customer.id(), reason, validUntil, by, calendar.now()));
        audit.record("seats-excused", number, "%s until %s: %s".formatted(customer.name(), validUntil, reason));
        watch.look(customer.id());
        return number;
    }

    void report(String number) {
        var granted = rows.get(number);
        letters.excused(number, granted.customer(), granted.validUntil());
    }
}
