package io.partnerflow.web;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often one address of the internet may do in a day what needs no log-in.
 *
 * @param applicationsPerDay apply to become a reseller
 * @param passwordMailsPerDay ask for a link to set a new password
 */
@Validated
@ConfigurationProperties("partnerflow.visits")
public record VisitSettings(
        @Min(1) @DefaultValue("20") int applicationsPerDay,
        @Min(1) @DefaultValue("20") int passwordMailsPerDay) {}
