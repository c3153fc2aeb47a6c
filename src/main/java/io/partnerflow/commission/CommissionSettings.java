package io.partnerflow.commission;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param batch how many statements one step of the commission run draws up */
@Validated
@ConfigurationProperties("partnerflow.commission")
record CommissionSettings(
        @Min(1) @Max(2000) @DefaultValue("500") int batch) {}
