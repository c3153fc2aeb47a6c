package io.partnerflow.credit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param agencyUrl where the agency is; without it the sandbox that ships with the product answers
 * @param agencyName what staff read as the source of an answer; without it the address's host
 * @param agencyToken sent to it as bearer token; without it none is sent
 * @param sandboxRules what the sandbox answers
 * @param connectTimeout how long to wait for a connection
 * @param answerTimeout how long to wait for a whole answer
 * @param pauses after what time a silent agency is asked again, first one first; the last one repeats
 * @param giveUpAfter after what time a person decides without it
 */
@Validated
@ConfigurationProperties("partnerflow.credit")
record CreditSettings(
        @Nullable URI agencyUrl,
        @Nullable String agencyName,
        @Nullable String agencyToken,

        @NotBlank @DefaultValue("classpath:credit/sandbox-agency.yaml")
        String sandboxRules,

        @NotNull @DefaultValue("5s") Duration connectTimeout,
        @NotNull @DefaultValue("10s") Duration answerTimeout,

        @NotEmpty @DefaultValue({"1m", "5m", "15m", "1h", "4h"})
        List<Duration> pauses,

        @NotNull @DefaultValue("24h") Duration giveUpAfter) {

    boolean elsewhere() {
        return agencyUrl != null && !agencyUrl.toString().isBlank();
    }

    /** @param tries how often the agency has been silent so far, 1 or more */
    Duration pauseAfter(int tries) {
        return pauses.get(Math.min(tries, pauses.size()) - 1);
    }
}
