package io.partnerflow.commission;

import io.partnerflow.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lines that count with another amount, as somebody at the desk writes them: {@code IN-2026-000012 = 120.00}, one a line.
 */
final class Corrections {

    private static final Pattern LINE =
            Pattern.compile("([A-Za-z0-9][A-Za-z0-9-]{1,39})\\s*=\\s*([-−]?\\d{1,12}(?:[.,]\\d{1,2})?)");

    private Corrections() {}

    /** Cannot be understood. */
    static final class Unusable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Object[] args;

        /** @param key of the text for the desk, {@code invalid.corrections-unusable.<why>} */
        Unusable(String why, Object... args) {
            super("invalid.corrections-unusable." + why);
            this.args = args;
        }

        String key() {
            return getMessage();
        }

        Object[] args() {
            return args;
        }
    }

    /**
     * @return new amounts by position of the line; at least one
     * @throws Unusable naming the first line that cannot be understood, and what is accepted
     */
    static Map<Integer, Money> read(@Nullable String typed, Statement statement) {
        var amounts = new LinkedHashMap<Integer, Money>();
        (typed == null ? "" : typed)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> read(line, statement, amounts));
        if (amounts.isEmpty()) {
            throw new Unusable("none");
        }
        return amounts;
    }

    private static void read(String typed, Statement statement, Map<Integer, Money> amounts) {
        var parts = LINE.matcher(typed);
        if (!parts.matches()) {
            throw new Unusable("line", typed);
        }
        var line = statement.lines().stream()
                .filter(one -> one.item().equalsIgnoreCase(parts.group(1)))
                .findFirst()
                .orElseThrow(() -> new Unusable("item", statement.number(), parts.group(1)));
        var amount = amount(parts.group(2), statement.carryIn().currency());
        if (amounts.put(line.position(), amount) != null) {
            throw new Unusable("twice", line.item());
        }
    }

    private static Money amount(String typed, Currency currency) {
        var number = new BigDecimal(typed.replace('−', '-').replace(',', '.'));
        if (number.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
            throw new Unusable("decimals", typed, currency.getCurrencyCode());
        }
        return new Money(number, currency);
    }
}
