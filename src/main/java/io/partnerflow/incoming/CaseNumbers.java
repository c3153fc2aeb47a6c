package io.partnerflow.incoming;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Numbers of the house as people write them: {@code OR-2026-000001}, {@code or 2026 000001}, {@code OR_2026_000001.pdf}. */
final class CaseNumbers {

    private static final int MOST = 20;
    private static final String BETWEEN = "[-_ \\u2010-\\u2014\\u00a0]?";
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![A-Za-z0-9])([A-Za-z]{2,3})" + BETWEEN + "(20[0-9]{2})" + BETWEEN + "([0-9]{6})(?![0-9])");

    private CaseNumbers() {}

    /** @param texts the likeliest place first */
    static List<String> in(Stream<String> texts) {
        var found = new LinkedHashSet<String>();
        texts.forEach(text -> NUMBER.matcher(text)
                .results()
                .limit(MOST)
                .map(match ->
                        "%s-%s-%s".formatted(match.group(1).toUpperCase(Locale.ROOT), match.group(2), match.group(3)))
                .forEach(found::add));
        return found.stream().limit(MOST).toList();
    }

    /** What somebody typed as a number, as the house writes it; itself if it is none. */
    static String typed(String text) {
        var numbers = in(Stream.of(text));
        return numbers.isEmpty() ? text.strip() : numbers.get(0);
    }
}
