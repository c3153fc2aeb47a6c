package io.partnerflow.credit;

import io.partnerflow.orders.Orders;
import io.partnerflow.shared.VendorCalendar;
import org.springframework.stereotype.Component;

/** Gathers what a decision rests on. */
@Component
class CreditFacts {

    private final CreditReports reports;
    private final Exposures exposures;
    private final Orders orders;
    private final VendorCalendar calendar;

    CreditFacts(CreditReports reports, Exposures exposures, Orders orders, VendorCalendar calendar) {
        this.reports = reports;
        this.exposures = exposures;
        this.orders = orders;
        this.calendar = calendar;
    }

    CreditInputs about(CreditCheck check) {
        var order = orders.get(check.view().order());
        return new CreditInputs(
                order,
                exposures.of(order),
                reports.of(check.number()).orElse(null),
                check.alternative(),
                calendar.today());
    }
}
