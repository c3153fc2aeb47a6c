package io.partnerflow.returns;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Code 39: a bar code for capitals, digits and dashes that every scanner reads and that needs no check digit. */
final class Code39 {

    /** One black bar. @param left from the beginning, in millimetres. @param width in millimetres */
    public record Bar(BigDecimal left, BigDecimal width) {}

    private static final BigDecimal NARROW = new BigDecimal("0.33");
    private static final BigDecimal WIDE = new BigDecimal("0.83");

    /** Bars and spaces in turn, w for wide. */
    private static final Map<Character, String> PATTERNS = patterns();

    private Code39() {}

    /** @throws IllegalArgumentException if a character has no bars */
    static List<Bar> of(String text) {
        var bars = new ArrayList<Bar>();
        var left = BigDecimal.ZERO;
        for (var character : ("*" + text + "*").toCharArray()) {
            var pattern = PATTERNS.get(character);
            if (pattern == null) {
                throw new IllegalArgumentException("no bars for " + character);
            }
            for (var i = 0; i < pattern.length(); i++) {
                var width = pattern.charAt(i) == 'w' ? WIDE : NARROW;
                if (i % 2 == 0) {
                    bars.add(new Bar(left, width));
                }
                left = left.add(width);
            }
            left = left.add(NARROW);
        }
        return bars;
    }

    private static Map<Character, String> patterns() {
        var all = """
                0nnnwwnwnn 1wnnwnnnnw 2nnwwnnnnw 3wnwwnnnnn 4nnnwwnnnw 5wnnwwnnnn 6nnwwwnnnn 7nnnwnnwnw 8wnnwnnwnn 9nnwwnnwnn
                Awnnnnwnnw Bnnwnnwnnw Cwnwnnwnnn Dnnnnwwnnw Ewnnnwwnnn Fnnwnwwnnn Gnnnnnwwnw Hwnnnnwwnn Innwnnwwnn
                Jnnnnwwwnn Kwnnnnnnww Lnnwnnnnww Mwnwnnnnwn Nnnnnwnnww Ownnnwnnwn Pnnwnwnnwn Qnnnnnnwww Rwnnnnnwwn
                Snnwnnnwwn Tnnnnwnwwn Uwwnnnnnnw Vnwwnnnnnw Wwwwnnnnnn Xnwnnwnnnw Ywwnnwnnnn Znwwnwnnnn
                -nwnnnnwnw .wwnnnnwnn *nwnnwnwnn""";
        var patterns = new java.util.HashMap<Character, String>();
        for (var one : all.strip().split("\\s+")) {
            patterns.put(one.charAt(0), one.substring(1, 10));
        }
        return Map.copyOf(patterns);
    }
}
