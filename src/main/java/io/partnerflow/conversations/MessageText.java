package io.partnerflow.conversations;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Plain text in which addresses of pages can be followed: those that begin with http or https, and no others. */
public final class MessageText {

    private static final Pattern ADDRESS = Pattern.compile("\\bhttps?://[^\\s<>\"'“”„«»]+", Pattern.CASE_INSENSITIVE);

    private MessageText() {}

    /** @param address of the page the text leads to; null for plain text */
    public record Part(String text, @Nullable String address) {}

    /** The whole text, cut where an address begins or ends. */
    public static List<Part> parts(String text) {
        var parts = new ArrayList<Part>();
        var found = ADDRESS.matcher(text);
        var done = 0;
        while (found.find()) {
            var written = found.group().replaceFirst("[.,;:!?)\\]]+$", "");
            if (isAPage(written)) {
                plain(parts, text.substring(done, found.start()));
                parts.add(new Part(written, written));
                done = found.start() + written.length();
            }
        }
        plain(parts, text.substring(done));
        return parts;
    }

    private static void plain(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, null));
        }
    }

    private static boolean isAPage(String written) {
        try {
            var address = new URI(written);
            return address.getHost() != null && address.getUserInfo() == null;
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }
}
