package io.partnerflow.incoming;

/**
 * What is to be known about a mail; the sentence is {@code incoming.finding.<code>}.
 *
 * @param code  in kebab-case
 * @param value what the sentence names; empty for nothing
 */
public record Finding(String code, String value) {

    static final int LONGEST = 300;

    Finding(String code) {
        this(code, "");
    }

    static Finding of(String stored) {
        var bar = stored.indexOf('|');
        return bar < 0 ? new Finding(stored) : new Finding(stored.substring(0, bar), stored.substring(bar + 1));
    }

    String stored() {
        var whole = value.isEmpty() ? code : code + "|" + value;
        return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST);
    }
}
