package io.partnerflow.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How staff are reached.
 *
 * @param port  of the staff's door
 * @param url   under which staff reach that door in their browsers, for links in mails
 * @param desks by group; who is not named gets no mail
 * @param messageMails whether desks hear by mail of messages that wait for their answer
 */
@Validated
@ConfigurationProperties("partnerflow.staff")
public record StaffSettings(
        int port,
        @NotBlank String url,
        @DefaultValue Map<String, @Valid DeskAddress> desks,
        @DefaultValue("true") boolean messageMails) {

    /** Where a group reads its mail. */
    public record DeskAddress(@Email @NotBlank String email) {}

    /** @return empty for a group without an address of its own */
    public Optional<String> emailOf(String group) {
        return Optional.ofNullable(desks.get(group)).map(DeskAddress::email);
    }
}
