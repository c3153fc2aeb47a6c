package io.partnerflow.accounts;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param provisioningUrl where the system is that keeps the accounts; without it they are kept here
 * @param protocol how it is spoken to
 * @param provisioningToken sent to it as bearer token; without it none is sent
 * @param signingSecret what requests to it and its call-backs are signed with; without it nothing is signed and no
 *     call-back is believed
 * @param connectTimeout how long to wait for a connection
 * @param answerTimeout how long to wait for a whole answer
 * @param stepTimeout how long all requests of one step may take together; shorter than the engine's lock on a job, so
 *     that no other node begins it meanwhile
 * @param longestWait how long a system that has taken a request on may need for it before a person is asked
 * @param loginUrl where people log in to accounts of a system that does not say so itself
 */
@Validated
@ConfigurationProperties("partnerflow.accounts")
record AccountsSettings(
        @Nullable URI provisioningUrl,
        @NotNull @DefaultValue("HTTP") Protocol protocol,
        @Nullable String provisioningToken,
        @Nullable String signingSecret,

        @NotNull @DurationMin(millis = 1) @DurationMax(seconds = 10) @DefaultValue("5s")
        Duration connectTimeout,

        @NotNull @DurationMin(millis = 1) @DurationMax(seconds = 10) @DefaultValue("10s")
        Duration answerTimeout,

        @NotNull @DurationMin(millis = 1) @DurationMax(seconds = 50) @DefaultValue("40s")
        Duration stepTimeout,

        @NotNull @DefaultValue("2d") Duration longestWait,

        @NotNull @DefaultValue("https://app.northlight.example/login")
        URI loginUrl) {

    /** How the system is spoken to. */
    enum Protocol {
        /** JSON as {@link HttpProvisioning} describes it. */
        HTTP,
        /** SCIM 2.0, RFC 7643 and 7644. */
        SCIM
    }

    private static final int SHORTEST_SECRET = 16;

    boolean elsewhere() {
        return provisioningUrl != null && !provisioningUrl.toString().isBlank();
    }

    boolean signs() {
        return signingSecret != null && !signingSecret.isBlank();
    }

    @AssertTrue(message = "partnerflow.accounts.signing-secret needs at least 16 characters")
    boolean isSigningSecretLongEnough() {
        return !signs() || signingSecret.length() >= SHORTEST_SECRET;
    }

    /** Not with the secrets in it. */
    @Override
    public String toString() {
        return "AccountsSettings[%s at %s]".formatted(protocol, provisioningUrl);
    }
}
