package io.partnerflow.access;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of the keys of the API.
 *
 * @param callsPerMinute  one key may make
 * @param perOrganisation keys that work at the same time
 */
@Validated
@ConfigurationProperties("partnerflow.api-keys")
record ApiKeySettings(
        @Min(1) @DefaultValue("600") int callsPerMinute,
        @Min(1) @DefaultValue("50") int perOrganisation) {}
