package io.partnerflow.dunning;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param batch how many dunnings one step of the run begins
 * @param askAgainDays after how many days the desk is asked again about an invoice whose payer stays blocked
 * @param mostGrantedDays how much time the desk may grant at once
 */
@Validated
@ConfigurationProperties("partnerflow.dunning")
record DunningSettings(
        @Min(1) @Max(2000) @DefaultValue("200") int batch,
        @Min(1) @DefaultValue("14") int askAgainDays,
        @Min(1) @DefaultValue("90") int mostGrantedDays) {}
