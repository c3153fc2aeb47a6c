package io.partnerflow.mail;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How letters leave; the mail server itself is set with {@code spring.mail.*}.
 *
 * @param from          address letters come from
 * @param senderName    name beside it
 * @param pauses        before the second, third … try of a letter; the last one repeats
 * @param longestPause  before the next try while the server cannot be reached at all
 * @param background    whether letters leave on their own; off where only {@link Outbox#flush} shall send
 * @param pollInterval  how often to look for letters that are due, beside the wake-up after each commit
 */
@Validated
@ConfigurationProperties("partnerflow.mail")
record MailSettings(
        @NotBlank @Pattern(regexp = "[^\\s@<>,;]+@[^\\s@<>,;]+")
        String from,

        @NotBlank @Pattern(regexp = "\\P{Cntrl}*") String senderName,

        @NotEmpty @DefaultValue({"10s", "1m", "5m", "15m", "1h", "4h"})
        List<Duration> pauses,

        @NotNull @DefaultValue("5m") Duration longestPause,
        @DefaultValue("true") boolean background,
        @NotNull @DefaultValue("5s") Duration pollInterval) {

    /** @param attempts made so far, at least one */
    Duration pauseAfter(int attempts) {
        return pauses.get(Math.min(attempts, pauses.size()) - 1);
    }

    /** The same while nobody answers: never so long that letters lie about when the server is back. */
    Duration pauseWithoutServer(int attempts) {
        var pause = pauseAfter(attempts);
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }

    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }
}
