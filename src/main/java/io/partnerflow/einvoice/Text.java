package io.partnerflow.einvoice;

import org.jspecify.annotations.Nullable;

/** Words as XML can carry them. */
final class Text {

    private Text() {}

    /** Without what XML 1.0 cannot say (control characters, halves of pairs) and without space around it. */
    static String plain(String words) {
        var plain = new StringBuilder(words.length());
        words.codePoints()
                .map(one -> Character.isISOControl(one) ? ' ' : one)
                .filter(one -> one < 0xD800 || one > 0xDFFF)
                .filter(one -> (one & 0xFFFE) != 0xFFFE)
                .forEach(plain::appendCodePoint);
        return plain.toString().strip().replaceAll(" {2,}", " ");
    }

    static @Nullable String plainOrNull(@Nullable String words) {
        return words == null || words.isBlank() ? null : plain(words);
    }
}
