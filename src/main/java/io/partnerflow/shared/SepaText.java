package io.partnerflow.shared;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Text in the characters every bank takes: Latin letters without accents, digits and {@code / - ? : ( ) . , ' +}.
 *
 * <p><b>Source:</b> EPC217-08, SEPA conversion table.
 */
public final class SepaText {

    public static final int LONGEST_NAME = 70;
    public static final int LONGEST_REMITTANCE = 140;

    private static final Map<String, String> WRITTEN_OUT = Map.ofEntries(
            Map.entry("ä", "ae"),
            Map.entry("ö", "oe"),
            Map.entry("ü", "ue"),
            Map.entry("ß", "ss"),
            Map.entry("å", "aa"),
            Map.entry("æ", "ae"),
            Map.entry("ø", "oe"),
            Map.entry("Ä", "Ae"),
            Map.entry("Ö", "Oe"),
            Map.entry("Ü", "Ue"),
            Map.entry("Å", "Aa"),
            Map.entry("Æ", "Ae"),
            Map.entry("Ø", "Oe"),
            Map.entry("&", "+"));
    private static final Pattern LETTER_WITH_A_WAY = Pattern.compile("[äöüßåæøÄÖÜÅÆØ&]");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final Pattern FOREIGN = Pattern.compile("[^a-zA-Z0-9/?:().,'+ -]");

    private SepaText() {}

    /** @return at most {@code longest} characters; may be empty */
    public static String of(String text, int longest) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        var spelled = LETTER_WITH_A_WAY.matcher(composed).replaceAll(found -> WRITTEN_OUT.get(found.group()));
        var plain = ACCENT.matcher(Normalizer.normalize(spelled, Normalizer.Form.NFD))
                .replaceAll("");
        var taken = FOREIGN.matcher(plain)
                .replaceAll(" ")
                .replaceAll("/{2,}", "/")
                .replaceAll("^/+|/+$", "")
                .replaceAll(" {2,}", " ")
                .strip();
        return taken.substring(0, Math.min(taken.length(), longest)).strip();
    }
}
