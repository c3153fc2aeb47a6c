package io.partnerflow.commission;

import io.partnerflow.commission.CompensationDocument.Kind;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param batch how many statements one step of the commission run draws up
 * @param selfBilledSeries what the numbers of self-billed documents begin with; a new legal entity takes one of its own
 * @param selfBilledCreditSeries what the numbers of those begin with that take them back
 */
@Validated
@ConfigurationProperties("partnerflow.commission")
record CommissionSettings(
        @Min(1) @Max(2000) @DefaultValue("500") int batch,

        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9]{1,7}") @DefaultValue("SB")
        String selfBilledSeries,

        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9]{1,7}") @DefaultValue("SC")
        String selfBilledCreditSeries) {

    String series(Kind kind) {
        return kind == Kind.SELF_BILLED ? selfBilledSeries : selfBilledCreditSeries;
    }

    /** As the settings call the series of the kind. */
    static String nameOf(Kind kind) {
        return kind == Kind.SELF_BILLED ? "self-billed-series" : "self-billed-credit-series";
    }

    @AssertTrue(message = "self-billed documents and their credits need series of their own")
    boolean isEachItsOwn() {
        return !selfBilledSeries.equals(selfBilledCreditSeries);
    }
}
