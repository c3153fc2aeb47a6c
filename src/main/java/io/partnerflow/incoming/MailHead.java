package io.partnerflow.incoming;

import io.partnerflow.shared.EmailAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The head of a mail: all of it is a claim. */
final class MailHead {

    private static final int MOST_REFERENCES = 20;
    private static final Pattern ID = Pattern.compile("<[!-~&&[^<>]]{3,250}>");

    private final MimeMessage message;

    MailHead(MimeMessage message) {
        this.message = message;
    }

    /** The one address it names as its writer, in small letters; empty if that is none. */
    InternetAddress from() {
        var none = new InternetAddress();
        none.setAddress("");
        var said = all("From");
        if (said.isEmpty()) {
            return none;
        }
        try {
            var addresses = InternetAddress.parseHeader(said.get(0), false);
            if (addresses.length == 0 || addresses[0].getAddress() == null) {
                return none;
            }
            var address = EmailAddress.parse(addresses[0].getAddress());
            address.ifPresent(known -> none.setAddress(known.value().toLowerCase(Locale.ROOT)));
            none.setPersonal(MailText.line(String.valueOf(personal(addresses[0])), 250), "UTF-8");
        } catch (AddressException | UnsupportedEncodingException unreadable) {
            none.setAddress("");
        }
        return none;
    }

    private static String personal(InternetAddress address) {
        return address.getPersonal() == null ? "" : address.getPersonal();
    }

    String subject() {
        var said = all("Subject");
        return said.isEmpty() ? "" : MailText.line(decoded(said.get(0)), 490);
    }

    /** Every address it went to, as they stand there. */
    String recipients() {
        var all = new ArrayList<String>();
        for (var name : List.of("To", "Cc", "Delivered-To", "X-Original-To")) {
            all.addAll(all(name));
        }
        return MailText.line(decoded(String.join(", ", all)), 990);
    }

    String messageId() {
        return all("Message-ID").stream()
                .findFirst()
                .map(id -> MailText.line(id, 990))
                .orElse("");
    }

    /** What it refers to, the nearest first. */
    List<String> answers() {
        var ids = new ArrayList<>(ids(String.join(" ", all("In-Reply-To"))));
        var before = ids(String.join(" ", all("References")));
        Collections.reverse(before);
        before.stream().filter(id -> !ids.contains(id)).forEach(ids::add);
        return ids.stream().limit(MOST_REFERENCES).toList();
    }

    static List<String> ids(String text) {
        return new ArrayList<>(ID.matcher(text.substring(0, Math.min(text.length(), 100_000)))
                .results()
                .map(MatchResult::group)
                .toList());
    }

    @Nullable
    Instant sentAt() {
        try {
            var date = message.getSentDate();
            var at = date == null ? null : date.toInstant();
            return at == null || at.isBefore(Instant.EPOCH) || at.isAfter(Instant.parse("9999-01-01T00:00:00Z"))
                    ? null
                    : at;
        } catch (MessagingException unreadable) {
            return null;
        }
    }

    /** Whether it names one writer: of several each reader believes another one. */
    boolean hasOneWriter() {
        var said = all("From");
        try {
            return said.size() == 1 && InternetAddress.parseHeader(said.get(0), false).length == 1;
        } catch (AddressException unreadable) {
            return false;
        }
    }

    /** What mail servers have found about its writer, the last one's first. */
    List<String> vouchings() {
        return all("Authentication-Results");
    }

    private List<String> all(String name) {
        try {
            var values = message.getHeader(name);
            return values == null ? List.of() : List.of(values);
        } catch (MessagingException | RuntimeException unreadable) {
            return List.of();
        }
    }

    private static String decoded(String text) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(text));
        } catch (UnsupportedEncodingException unknown) {
            return text;
        }
    }
}
