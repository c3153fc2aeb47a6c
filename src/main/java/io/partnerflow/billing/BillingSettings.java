package io.partnerflow.billing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param batch how many due periods one step of the billing run hands to invoicing */
@Validated
@ConfigurationProperties("partnerflow.billing")
record BillingSettings(
        @Min(1) @Max(5000) @DefaultValue("500") int batch) {}
