package io.partnerflow.returns;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param announceDays how many days before the end of a contract the return of its devices is announced
 * @param unlockDays how many days a customer has to unlock a locked device
 * @param mostGrantedDays how much time the desk may grant at once for missing devices
 * @param batch how many returns one step of the nightly run begins
 */
@Validated
@ConfigurationProperties("partnerflow.returns")
record ReturnSettings(
        @Min(1) @DefaultValue("30") int announceDays,
        @Min(1) @DefaultValue("14") int unlockDays,
        @Min(1) @DefaultValue("90") int mostGrantedDays,
        @Min(1) @Max(1000) @DefaultValue("50") int batch) {}
