package io.partnerflow.billing;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param batch how many due periods one step of the billing run hands to invoicing
 * @param invoiceSeries what the numbers of invoices begin with; a new legal entity takes one of its own
 * @param creditNoteSeries what the numbers of credit notes begin with
 */
@Validated
@ConfigurationProperties("partnerflow.billing")
record BillingSettings(
        @Min(1) @Max(5000) @DefaultValue("500") int batch,

        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9]{1,7}") @DefaultValue("IN")
        String invoiceSeries,

        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9]{1,7}") @DefaultValue("CN")
        String creditNoteSeries) {

    String series(Invoice.Kind kind) {
        return kind == Invoice.Kind.INVOICE ? invoiceSeries : creditNoteSeries;
    }

    /** As the settings call the series of the kind. */
    static String nameOf(Invoice.Kind kind) {
        return kind == Invoice.Kind.INVOICE ? "invoice-series" : "credit-note-series";
    }

    @AssertTrue(message = "invoices and credit notes need series of their own")
    boolean isEachItsOwn() {
        return !invoiceSeries.equals(creditNoteSeries);
    }
}
