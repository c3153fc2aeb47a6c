package io.partnerflow.billing;

import io.partnerflow.documents.Vendor;
import io.partnerflow.numbering.LegalSeries;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The numbers of invoices and credit notes: the vendor of the settings is the legal entity. */
@Component
class InvoiceNumbers {

    private final LegalSeries numbers;
    private final BillingSettings settings;
    private final Vendor vendor;

    InvoiceNumbers(LegalSeries numbers, BillingSettings settings, Vendor vendor) {
        this.numbers = numbers;
        this.settings = settings;
        this.vendor = vendor;
    }

    /** @param day of issue; the number is of its year */
    String next(Invoice.Kind kind, LocalDate day) {
        var series = new LegalSeries.Series(
                settings.series(kind),
                vendor.registrationNumber(),
                "partnerflow.billing." + BillingSettings.nameOf(kind));
        return numbers.next(series, day);
    }
}
