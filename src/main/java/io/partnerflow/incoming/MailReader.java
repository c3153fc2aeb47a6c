package io.partnerflow.incoming;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.partnerflow.documents.Documents;
import io.partnerflow.incoming.ParsedMail.FoundFile;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads a mail, whatever it is: what cannot be read is said, and never an exception. */
@Component
class MailReader {

    private static final int LONGEST_WORDS = 2_000;
    private static final Pattern REPORTED_ID = Pattern.compile("(?im)^Message-ID:\\s*(<[!-~&&[^<>]]{3,250}>)");

    private final IncomingSettings settings;
    private final Set<String> own;

    MailReader(IncomingSettings settings, @Value("${partnerflow.mail.from}") String from) {
        this.settings = settings;
        this.own = Stream.concat(settings.ownAddresses().stream(), Stream.of(from))
                .map(address -> address.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @param raw the whole mail, as it came */
    ParsedMail read(byte[] raw) {
        var tooMuch = MailShape.tooMuch(raw);
        if (tooMuch != null) {
            return unreadable(raw, new Finding("too-complex"));
        }
        try {
            return read(raw, MailParts.open(raw));
        } catch (MessagingException | RuntimeException broken) {
            return unreadable(raw, new Finding("unreadable"));
        }
    }

    /** @param head of a mail whose rest is too large to be fetched */
    ParsedMail oversized(byte[] head, long size) {
        var sized = new Finding("oversized", String.valueOf(Math.max(1, size / 1_000_000)));
        return ofHead(head, "oversized " + size, MailKind.OVERSIZED, sized);
    }

    /** @param head of a mail whose rest the server does not hand out */
    ParsedMail undelivered(byte[] head) {
        return ofHead(head, "undelivered", MailKind.UNREADABLE, new Finding("undelivered"));
    }

    private ParsedMail ofHead(byte[] head, String why, MailKind kind, Finding finding) {
        var read = MailShape.tooMuch(head) == null ? read(head) : unreadable(head, finding);
        var identity = Documents.sha256((why + " " + read.identity()).getBytes(UTF_8));
        return new ParsedMail(
                kind,
                identity,
                read.sender(),
                read.senderName(),
                read.recipients(),
                read.subject(),
                "",
                MailText.small(read.subject()),
                read.answers(),
                read.named(),
                List.of(finding),
                read.sentAt(),
                read.proven(),
                List.of(),
                null);
    }

    private ParsedMail read(byte[] raw, MimeMessage message) throws MessagingException {
        var head = new MailHead(message);
        var from = head.from();
        var parts = MailParts.of(message, MachineMail.isPostOffice(from.getAddress()));
        var fresh = MailText.fresh(parts.text());
        var names = parts.files().stream().map(FoundFile::name);
        var bounce = bounce(parts, head, from.getAddress());
        var findings = new ArrayList<>(parts.findings());
        return new ParsedMail(
                kind(message, head, from, parts, bounce, findings),
                identity(raw, head),
                from.getAddress(),
                Objects.requireNonNullElse(from.getPersonal(), ""),
                head.recipients(),
                head.subject(),
                parts.text(),
                cut(MailText.small(head.subject() + "\n" + fresh)),
                head.answers(),
                CaseNumbers.in(
                        Stream.of(Stream.of(head.recipients(), head.subject()), names, Stream.of(fresh, parts.text()))
                                .flatMap(texts -> texts)),
                findings,
                head.sentAt(),
                proven(head, from.getAddress()),
                parts.files(),
                bounce);
    }

    private boolean proven(MailHead head, String sender) {
        return settings.authentication().isBlank()
                ? settings.believeAddresses()
                : head.hasOneWriter() && Vouching.of(head.vouchings(), settings.authentication(), sender);
    }

    private MailKind kind(
            MimeMessage message,
            MailHead head,
            InternetAddress from,
            MailParts parts,
            @Nullable BounceReport bounce,
            List<Finding> findings)
            throws MessagingException {
        if (bounce != null) {
            return bounce.forGood() ? MailKind.BOUNCE : MailKind.AUTOMATIC;
        }
        if (own.contains(from.getAddress())) {
            findings.add(new Finding("own"));
            return MailKind.AUTOMATIC;
        }
        if (MachineMail.isPostOffice(from.getAddress()) || MachineMail.is(message, head.subject())) {
            findings.add(new Finding("automatic"));
            return brings(parts) ? MailKind.ORDINARY : MailKind.AUTOMATIC;
        }
        if (MachineMail.hasHandled(message)) {
            findings.add(new Finding("automatic"));
        }
        return parts.encrypted() ? MailKind.ENCRYPTED : MailKind.ORDINARY;
    }

    /** A machine in a copying room sends scans: those are mail. */
    private static boolean brings(MailParts parts) {
        return parts.files().stream().anyMatch(file -> file.type().equals("application/pdf"));
    }

    private static @Nullable BounceReport bounce(MailParts parts, MailHead head, String sender) {
        if (parts.status() == null && !MachineMail.isPostOffice(sender)) {
            return null;
        }
        var ids = new ArrayList<String>();
        parts.reported()
                .forEach(part -> REPORTED_ID
                        .matcher(part)
                        .results()
                        .map(found -> found.group(1))
                        .forEach(ids::add));
        ids.addAll(head.answers());
        REPORTED_ID
                .matcher(parts.text())
                .results()
                .map((MatchResult found) -> found.group(1))
                .forEach(ids::add);
        return ids.isEmpty() && parts.status() == null
                ? null
                : BounceReport.of(Objects.requireNonNullElse(parts.status(), ""), ids);
    }

    /** The same mail delivered twice has other lines of the way it took above the same Message-ID and content. */
    private static String identity(byte[] raw, MailHead head) {
        var named = head.messageId().isEmpty()
                ? String.join("\n", head.from().getAddress(), head.subject(), String.valueOf(head.sentAt()))
                : head.messageId();
        return Documents.sha256((named + "\n" + Documents.sha256(body(raw))).getBytes(UTF_8));
    }

    private static byte[] body(byte[] raw) {
        for (var i = 0; i < raw.length - 1; i++) {
            var bare = raw[i] == '\n' && raw[i + 1] == '\n';
            var full = i + 3 < raw.length
                    && raw[i] == '\r'
                    && raw[i + 1] == '\n'
                    && raw[i + 2] == '\r'
                    && raw[i + 3] == '\n';
            if (bare || full) {
                return Arrays.copyOfRange(raw, i, raw.length);
            }
        }
        return raw;
    }

    private static ParsedMail unreadable(byte[] raw, Finding why) {
        var begin = MailText.clean(new String(raw, 0, Math.min(raw.length, 20_000), ISO_8859_1));
        return new ParsedMail(
                MailKind.UNREADABLE,
                Documents.sha256(raw),
                "",
                "",
                "",
                "",
                begin,
                "",
                List.of(),
                CaseNumbers.in(Stream.of(begin)),
                List.of(why),
                null,
                false,
                List.of(),
                null);
    }

    private static String cut(String words) {
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS);
    }
}
