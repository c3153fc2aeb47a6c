package io.partnerflow.shared;

import java.util.Locale;

/**
 * The language of what staff read that is written when something happens, such as what a task says: who will read it is
 * not known then. Staff's pages are in the language of whoever looks at them.
 */
public class VendorLanguage {

    private final Locale language;

    /** @throws IllegalStateException if there are no texts in it */
    public VendorLanguage(String code) {
        if (!Languages.isOffered(code)) {
            throw new IllegalStateException("partnerflow.vendor.language '%s' has no texts; languages with texts are %s"
                    .formatted(code, Languages.codes()));
        }
        this.language = Locale.forLanguageTag(code);
    }

    public Locale locale() {
        return language;
    }
}
