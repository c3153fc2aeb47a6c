package io.partnerflow.commission;

import io.partnerflow.commission.CompensationDocument.Kind;
import io.partnerflow.documents.Vendor;
import io.partnerflow.numbering.LegalSeries;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The numbers of self-billed documents: the vendor issues them in its resellers' names, so the series are its own. */
@Component
class CompensationNumbers {

    private final LegalSeries numbers;
    private final CommissionSettings settings;
    private final Vendor vendor;

    CompensationNumbers(LegalSeries numbers, CommissionSettings settings, Vendor vendor) {
        this.numbers = numbers;
        this.settings = settings;
        this.vendor = vendor;
    }

    /** @param day of issue; the number is of its year */
    String next(Kind kind, LocalDate day) {
        var series = new LegalSeries.Series(
                settings.series(kind),
                vendor.registrationNumber(),
                "partnerflow.commission." + CommissionSettings.nameOf(kind));
        return numbers.next(series, day);
    }
}
