package io.partnerflow.debits;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a file goes to the bank, in days on which euro banks settle.
 *
 * @param leadDays before the collection, so that the desk has time to release it
 * @param shortestLeadDays the bank takes no file later than that
 */
@Validated
@ConfigurationProperties("partnerflow.debits")
record DebitSettings(
        @Min(1) @Max(14) @DefaultValue("2") int leadDays,
        @Min(1) @Max(5) @DefaultValue("1") int shortestLeadDays) {

    @AssertTrue(message = "the bank would not take a file that is written so late")
    boolean isEarlyEnough() {
        return leadDays >= shortestLeadDays;
    }
}
