package io.partnerflow.incoming;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The mailbox that is emptied.
 *
 * @param host            IMAP server; empty: no mail is fetched
 * @param port            993 for TLS from the start, 143 else
 * @param security        how the way to the server is kept secret
 * @param user            who logs in
 * @param password        of the user
 * @param folder          that is emptied
 * @param processedFolder where mails lie that have been taken in; created if it is not there
 * @param refusedFolder   where mails lie of which only the head was taken in; created if it is not there
 * @param pollInterval    how often to look
 * @param patience        with a server that does not answer
 * @param largest         mail that is fetched whole
 * @param mostAtOnce      mails fetched in one go
 * @param mostPerSender   mails of one sender within an hour that are treated as mail
 * @param ownAddresses    addresses of the house, beside the one letters come from: what comes from them has come in a circle
 * @param authentication  name by which the house's own mail server signs what it found about a sender ({@code
 *                        Authentication-Results}); empty: it says nothing about that
 * @param believeAddresses whether an address alone counts where no such server is named: anybody can write any address
 * @param acknowledge     whether somebody we know gets a line that the mail has arrived
 * @param tellAfter       how long the mailbox may be unreachable before the managers hear of it
 */
@Validated
@ConfigurationProperties("partnerflow.incoming")
record IncomingSettings(
        @NotNull @DefaultValue("") String host,
        @Min(1) @Max(65535) @DefaultValue("993") int port,
        @NotNull @DefaultValue("TLS") Security security,
        @NotNull @DefaultValue("") String user,
        @NotNull @DefaultValue("") String password,
        @NotBlank @DefaultValue("INBOX") String folder,
        @NotBlank @DefaultValue("Processed") String processedFolder,
        @NotBlank @DefaultValue("Refused") String refusedFolder,
        @NotNull @DefaultValue("1m") Duration pollInterval,
        @NotNull @DefaultValue("15s") Duration patience,
        @NotNull @DefaultValue("15MB") DataSize largest,
        @Min(1) @Max(1000) @DefaultValue("50") int mostAtOnce,
        @Min(1) @DefaultValue("60") int mostPerSender,
        @NotNull @DefaultValue({}) Set<String> ownAddresses,
        @NotNull @DefaultValue("") String authentication,
        @DefaultValue("false") boolean believeAddresses,
        @DefaultValue("false") boolean acknowledge,
        @NotNull @DefaultValue("1h") Duration tellAfter) {

    /** How the connection is secured. */
    enum Security {
        /** From its first byte. */
        TLS,
        /** Turned on before the log-in; without it there is none. */
        STARTTLS,
        /** Not at all: for a server on the same machine. */
        NONE
    }

    boolean isOn() {
        return !host.isBlank();
    }

    /** Which mailbox it is, on pages and in the log. */
    String name() {
        return "%s@%s/%s".formatted(user, host, folder);
    }
}
