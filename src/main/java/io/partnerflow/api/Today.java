package io.partnerflow.api;

import io.partnerflow.documents.Vendor;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The day it is at the vendor's and the currency it sells in. */
@Component
class Today {

    private final VendorCalendar calendar;
    private final Vendor vendor;

    Today(VendorCalendar calendar, Vendor vendor) {
        this.calendar = calendar;
        this.vendor = vendor;
    }

    LocalDate day() {
        return calendar.today();
    }

    String currency() {
        return vendor.currency();
    }
}
