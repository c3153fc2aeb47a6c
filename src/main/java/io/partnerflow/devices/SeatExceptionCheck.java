package io.partnerflow.devices;

import io.partnerflow.engine.StartCheck;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whether an exception can be granted as the order desk has filled it in. */
@Component
class SeatExceptionCheck implements StartCheck {

    /** After a year somebody shall think again. */
    private static final int LONGEST_MONTHS = 12;

    private final SeatExceptions exceptions;
    private final VendorCalendar calendar;

    SeatExceptionCheck(SeatExceptions exceptions, VendorCalendar calendar) {
        this.exceptions = exceptions;
        this.calendar = calendar;
    }

    @Override
    public String form() {
        return "seat-exception.start";
    }

    @Override
    public void check(Map<String, Object> answers) throws Invalid {
        var problems = new Invalid.Collector();
        var country = (String) answers.get(SeatExceptionProcess.COUNTRY.name());
        var number = (String) answers.get(SeatExceptionProcess.REGISTRATION_NUMBER.name());
        if (exceptions.customer(country, number).isEmpty()) {
            problems.reject("registrationNumber", "seat-exception-customer", number, number, country);
        }
        var last = calendar.today().plusMonths(LONGEST_MONTHS);
        var until = LocalDate.parse(((String) answers.get(SeatExceptionProcess.VALID_UNTIL.name())).strip());
        if (until.isBefore(calendar.today()) || until.isAfter(last)) {
            problems.reject(
                    "validUntil",
                    "seat-exception-days",
                    until.toString(),
                    calendar.today().toString(),
                    last.toString());
        }
        problems.throwIfAny();
    }
}
