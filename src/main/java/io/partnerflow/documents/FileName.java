package io.partnerflow.documents;

import java.text.Normalizer;

/** Names that are safe on any file system, in any header and in any archive. */
public final class FileName {

    private static final int LONGEST = 120;

    private FileName() {}

    /**
     * Keeps letters, digits, space, dot, dash and underscore of the last path element; anything else becomes a dash.
     *
     * @return never empty, at most 120 characters, its ending kept
     */
    public static String safe(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var clean = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[^\\p{L}\\p{N} ._-]", "-")
                .replaceAll("^[ .]+|[ .]+$", "");
        return clean.isEmpty() ? "document" : shortened(clean);
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        var dot = name.lastIndexOf('.');
        var ending = dot > name.length() - 8 ? name.substring(dot) : "";
        return name.substring(0, LONGEST - ending.length()) + ending;
    }
}
