package io.partnerflow.documents;

import io.partnerflow.documents.UploadRefused.Reason;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Bounds what the parser has to unpack: tables of contents and object streams. The parser itself would unpack two
 * gigabytes out of two megabytes into memory without asking.
 */
final class PackedParts {

    private static final int LONGEST_DICTIONARY = 8192;

    /** A stream named or built like a table of contents or an object stream. */
    private static final Pattern UNPACKED_BY_PARSER = Pattern.compile("/(XRef|ObjStm|First)\\b|/W\\s*\\[");

    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);

    private PackedParts() {}

    /** @throws UploadRefused if one of them is larger than that many bytes unpacked */
    static void check(byte[] file, long largest) {
        for (var at = next(file, 0); at >= 0; at = next(file, at + STREAM.length)) {
            if (UNPACKED_BY_PARSER.matcher(dictionaryBefore(file, at)).find()) {
                measure(file, dataAfter(file, at + STREAM.length), largest);
            }
        }
    }

    private static int next(byte[] file, int from) {
        for (var i = from; i <= file.length - STREAM.length; i++) {
            if (file[i] == 's' && isStream(file, i) && !(i >= 3 && file[i - 1] == 'd' && file[i - 2] == 'n')) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isStream(byte[] file, int at) {
        for (var k = 1; k < STREAM.length; k++) {
            if (file[at + k] != STREAM[k]) {
                return false;
            }
        }
        return true;
    }

    private static String dictionaryBefore(byte[] file, int end) {
        var start = Math.max(0, end - LONGEST_DICTIONARY);
        var text = new String(file, start, end - start, StandardCharsets.ISO_8859_1);
        var own = text.substring(Math.max(text.lastIndexOf(" obj"), 0));
        return ESCAPED.matcher(own)
                .replaceAll(hex -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(hex.group(1), 16))));
    }

    private static int dataAfter(byte[] file, int keywordEnd) {
        var at = keywordEnd;
        while (at < file.length && (file[at] == '\r' || file[at] == '\n' || file[at] == ' ')) {
            at++;
        }
        return at;
    }

    private static void measure(byte[] file, int from, long largest) {
        var inflater = new Inflater();
        var sink = new byte[65536];
        try {
            inflater.setInput(file, from, file.length - from);
            var last = -1;
            while (last != 0 && !inflater.finished()) {
                last = inflater.inflate(sink);
                if (inflater.getBytesWritten() > largest
                        || Thread.currentThread().isInterrupted()) {
                    throw new UploadRefused(Reason.DOCUMENT_TOO_COMPLEX);
                }
            }
        } catch (DataFormatException notDeflated) {
            // packed in another way, or not at all: then it cannot grow a thousandfold
        } finally {
            inflater.end();
        }
    }
}
