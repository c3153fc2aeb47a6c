package io.partnerflow.incoming;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a machine has written a mail: nobody answers those, and two machines never write to each other here. */
final class MachineMail {

    private static final Set<String> PRECEDENCES = Set.of("bulk", "junk", "list", "auto_reply");
    private static final Set<String> HEADERS =
            Set.of("List-Id", "List-Unsubscribe", "X-Autoreply", "X-Autorespond", "X-Loop", "X-Partnerflow-Dedupe");
    private static final Pattern ABSENCE = Pattern.compile("(?i)^(?:(?:re|sv|aw|tr) ?: ?)*"
            + "(?:automatic reply|auto(?:matic)?[- ]?reply|out of (?:the )?office|autosvar|automatiskt? svar|fr.nvaro"
            + "|automatische antwort|abwesenheit|r.ponse automatique|absence du bureau)\\b.*");

    private MachineMail() {}

    static boolean is(MimeMessage message, String subject) throws MessagingException {
        var auto = header(message, "Auto-Submitted");
        if (!auto.isEmpty() && !auto.startsWith("no")) {
            return true;
        }
        if (!header(message, "X-Auto-Response-Suppress").isEmpty()
                || PRECEDENCES.contains(header(message, "Precedence"))) {
            return true;
        }
        for (var name : HEADERS) {
            if (message.getHeader(name) != null) {
                return true;
            }
        }
        return "<>".equals(header(message, "Return-Path"))
                || ABSENCE.matcher(subject).matches();
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
