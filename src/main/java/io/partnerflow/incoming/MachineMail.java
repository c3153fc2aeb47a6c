package io.partnerflow.incoming;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a machine has written a mail: nobody answers those, and two machines never write to each other here. */
final class MachineMail {

    private static final Set<String> PRECEDENCES = Set.of("bulk", "junk", "auto_reply");
    private static final Set<String> ANSWERING = Set.of("X-Autoreply", "X-Autorespond", "X-Partnerflow-Dedupe");
    /** Group addresses, ticket systems and Exchange put them on what people write. */
    private static final Set<String> HANDLED =
            Set.of("X-Auto-Response-Suppress", "List-Id", "List-Unsubscribe", "X-Loop");

    private static final Pattern ABSENCE = Pattern.compile("(?i)^(?:(?:re|sv|aw|tr) ?: ?)*"
            + "(?:automatic reply|auto(?:matic)?[- ]?reply|out of (?:the )?office|autosvar|automatiskt? svar|fr.nvaro"
            + "|automatische antwort|abwesenheit|r.ponse automatique|absence du bureau)\\b.*");

    private MachineMail() {}

    static boolean is(MimeMessage message, String subject) throws MessagingException {
        var auto = header(message, "Auto-Submitted");
        if (!auto.isEmpty() && !auto.startsWith("no")) {
            return true;
        }
        return PRECEDENCES.contains(header(message, "Precedence"))
                || has(message, ANSWERING)
                || "<>".equals(header(message, "Return-Path"))
                || ABSENCE.matcher(subject).matches();
    }

    /** A person may have written it, but a machine has had its hands on it: it is read, and never answered by one of ours. */
    static boolean hasHandled(MimeMessage message) throws MessagingException {
        return header(message, "Precedence").equals("list") || has(message, HANDLED);
    }

    private static boolean has(MimeMessage message, Set<String> names) throws MessagingException {
        for (var name : names) {
            if (message.getHeader(name) != null) {
                return true;
            }
        }
        return false;
    }

    /** Written by the mail system itself. */
    static boolean isPostOffice(String sender) {
        return sender.startsWith("mailer-daemon@") || sender.startsWith("postmaster@");
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
        var values = message.getHeader(name);
        return values == null || values.length == 0 || values[0] == null
                ? ""
                : values[0].strip().toLowerCase(Locale.ROOT);
    }
}
