package io.partnerflow.incoming;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What another mail server reports about a letter (RFC 3464).
 *
 * @param letters   Message-IDs it may be about
 * @param recipient who did not get it; null if it does not say
 * @param forGood   it was given up; else it is only late
 * @param reason    in that server's words
 */
record BounceReport(List<String> letters, @Nullable String recipient, boolean forGood, String reason) {

    private static final int LONGEST = 500;

    static BounceReport of(String status, List<String> letters) {
        var action = field(status, "Action");
        var code = field(status, "Status");
        var recipient = field(status, "Final-Recipient");
        var reason = field(status, "Diagnostic-Code");
        return new BounceReport(
                letters,
                recipient == null
                        ? null
                        : recipient
                                .substring(recipient.indexOf(';') + 1)
                                .strip()
                                .toLowerCase(Locale.ROOT),
                action == null || action.toLowerCase(Locale.ROOT).startsWith("failed"),
                cut((code == null ? "" : code + " ") + (reason == null ? "" : reason)));
    }

    private static @Nullable String field(String text, String name) {
        var found = Pattern.compile(
                        "(?im)^" + name + ":[ \\t]*([^\\r\\n]{1,900}(?:\\r?\\n[ \\t][^\\r\\n]{0,900}){0,5})")
                .matcher(text);
        return found.find() ? found.group(1).replaceAll("[\\s\\p{Cntrl}]+", " ").strip() : null;
    }

    private static String cut(String text) {
        var line = text.strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }
}
