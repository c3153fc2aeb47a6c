package io.partnerflow.accounts;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param provisioningUrl where the system is that keeps the accounts; without it they are kept here
 * @param provisioningToken sent to it as bearer token; without it none is sent
 * @param connectTimeout how long to wait for a connection
 * @param answerTimeout how long to wait for a whole answer
 * @param loginUrl where people log in to accounts that are kept here
 */
@Validated
@ConfigurationProperties("partnerflow.accounts")
record AccountsSettings(
        @Nullable URI provisioningUrl,
        @Nullable String provisioningToken,
        @NotNull @DefaultValue("5s") Duration connectTimeout,
        @NotNull @DefaultValue("10s") Duration answerTimeout,

        @NotNull @DefaultValue("https://app.northlight.example/login")
        URI loginUrl) {

    boolean elsewhere() {
        return provisioningUrl != null && !provisioningUrl.toString().isBlank();
    }
}
