package io.partnerflow.documents;

import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How what a reseller's customers get and see looks.
 *
 * @param logo picture of at most 300 KB that has been decoded once; null for none
 * @param logoType {@code image/png} or {@code image/jpeg}; null without a logo
 * @param colour {@code #rrggbb}, small letters
 * @param senderName whose name stands on it, 1 to 60 characters on one line
 */
public record Branding(byte @Nullable [] logo, @Nullable String logoType, String colour, String senderName) {

    /** The house's own colour, where a reseller has chosen none. */
    public static final String HOUSE_COLOUR = "#0b6456";

    /** The house's own look under the name of an organisation that has chosen none. */
    public static Branding none(String organisation) {
        return new Branding(null, null, HOUSE_COLOUR, organisation);
    }

    /** Colour of text on {@link #colour}: white, or dark where white could not be read (WCAG 2.2, 1.4.3). */
    public String textColour() {
        return Shades.contrast(colour, Shades.WHITE) >= Shades.contrast(colour, Shades.INK) ? Shades.WHITE : Shades.INK;
    }

    /** The colour where it is text or a button on white pages. */
    public Shades onLight() {
        return Shades.onLight(colour);
    }

    /** The colour where it is text or a button on dark pages. */
    public Shades onDark() {
        return Shades.onDark(colour);
    }

    /** The logo as an address that holds the picture itself; empty without one. */
    public Optional<String> inlineLogo() {
        return Optional.ofNullable(logo)
                .map(bytes -> "data:%s;base64,%s"
                        .formatted(logoType, Base64.getEncoder().encodeToString(bytes)));
    }
}
