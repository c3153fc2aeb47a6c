package io.partnerflow.vatids;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param registerUrl where the register is, such as {@code https://ec.europa.eu/taxation_customs/vies/rest-api}; without
 *     it a built-in one answers, for demonstrations
 * @param answerTimeout how long to wait for a whole answer
 * @param tries how often it is asked before it counts as silent
 * @param validDays how long a confirmation holds
 * @param decidedDays how long a clerk's decision holds
 * @param retryEvery after what time a silent register is asked again
 * @param giveUpAfter after what time a clerk decides instead
 */
@Validated
@ConfigurationProperties("partnerflow.vat-ids")
record VatIdSettings(
        @Nullable URI registerUrl,
        @NotNull @DefaultValue("10s") Duration answerTimeout,
        @Min(1) @Max(5) @DefaultValue("2") int tries,
        @Min(1) @Max(366) @DefaultValue("30") int validDays,
        @Min(1) @Max(3660) @DefaultValue("365") int decidedDays,
        @NotNull @DefaultValue("1h") Duration retryEvery,
        @NotNull @DefaultValue("24h") Duration giveUpAfter) {

    boolean elsewhere() {
        return registerUrl != null && !registerUrl.toString().isBlank();
    }
}
