package io.partnerflow.incoming;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What our mail server says about who wrote a mail ({@code Authentication-Results}, RFC 8601): its own line is the topmost,
 * whatever a sender has put below it. Parts of the line are the sender's own words: what stands in quotes and in comments says
 * nothing.
 */
final class Vouching {

    private static final Pattern DMARC = Pattern.compile(";\\s*dmarc\\s*=\\s*(\\w+)([^;]*)");
    private static final Pattern HEADER_FROM = Pattern.compile("(?:^|\\s)header\\.from\\s*=\\s*([^;\\s]+)");

    private Vouching() {}

    /**
     * @param lines  what mail servers have found, the last one's first
     * @param server by which name ours signs its findings
     * @param sender the one address the mail names as its writer
     */
    static boolean of(List<String> lines, String server, String sender) {
        var name = server.toLowerCase(Locale.ROOT);
        return lines.stream()
                .map(line -> line.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith(name + ";") || line.startsWith(name + " "))
                .findFirst()
                .flatMap(Vouching::plain)
                .filter(line -> passes(line, sender.substring(sender.lastIndexOf('@') + 1)))
                .isPresent();
    }

    private static boolean passes(String line, String domain) {
        var found = DMARC.matcher(line).results().toList();
        if (found.size() != 1 || !found.get(0).group(1).equals("pass")) {
            return false;
        }
        var about = HEADER_FROM.matcher(found.get(0).group(2)).results().toList();
        return about.size() == 1 && about.get(0).group(1).equals(domain);
    }

    /** Without quotes and comments; empty if one of them does not end. */
    private static Optional<String> plain(String line) {
        var plain = new StringBuilder();
        var quoted = false;
        var comments = 0;
        for (var i = 0; i < line.length(); i++) {
            var letter = line.charAt(i);
            if (letter == '\\' && (quoted || comments > 0)) {
                i++;
            } else if (letter == '"' && comments == 0) {
                quoted = !quoted;
                plain.append('_');
            } else if (letter == '(' && !quoted) {
                comments++;
                plain.append(' ');
            } else if (letter == ')' && comments > 0) {
                comments--;
            } else if (!quoted && comments == 0) {
                plain.append(letter);
            }
        }
        return quoted || comments > 0 ? Optional.empty() : Optional.of(plain.toString());
    }
}
