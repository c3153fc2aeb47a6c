package io.partnerflow.taskmail;

import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.annotation.Validated;

/**
 * How staff hear of their tasks.
 *
 * @param people what a person gets who has chosen nothing
 * @param closed days on which nobody works, beside weekends and the days on which banks rest all over Europe
 * @param whileTimeIsMoved whether morning mails are written where a simulated clock is moved past a morning
 */
@Validated
@ConfigurationProperties("partnerflow.staff.tasks")
record TaskMailSettings(
        @DefaultValue("DIGEST") MailChoice people,

        @DefaultValue @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        List<LocalDate> closed,

        @DefaultValue("true") boolean whileTimeIsMoved) {}
