package io.partnerflow.intake;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people write them: spaces between thousands, a point or a comma before the decimals. */
final class Numbers {

    private static final Pattern GROUPS = Pattern.compile("(?<=\\d)[ \\u00a0\\u202f](?=\\d{3}(\\D|$))");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,15}([.]\\d{1,10}|,\\d{1,2})?");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)(?=(\\d{3})+$)");

    private Numbers() {}

    /** The number typed; empty for anything that could be read in two ways, such as {@code 1,000}. */
    static Optional<BigDecimal> read(String typed) {
        var plain = GROUPS.matcher(typed.strip()).replaceAll("").replace('\u2212', '-');
        return NUMBER.matcher(plain).matches()
                ? Optional.of(new BigDecimal(plain.replace(',', '.')))
                : Optional.empty();
    }

    /** 100000 as 100 000, the spaces not breaking. */
    static String shown(Number number) {
        var plain = new BigDecimal(number.toString()).toPlainString();
        var point = plain.indexOf('.');
        var whole = point < 0 ? plain : plain.substring(0, point);
        return THOUSANDS.matcher(whole).replaceAll("\u00a0") + (point < 0 ? "" : plain.substring(point));
    }
}
