package io.partnerflow.shared;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A part of a hundred between 0 and 100, exact: a discount, a commission or a tax rate.
 *
 * @param value 0 to 100 with at most 6 decimals; 12.5 means 12.5 %
 */
public record Percentage(BigDecimal value) implements Comparable<Percentage> {

    private static final BigDecimal MOST = BigDecimal.valueOf(100);
    private static final int MOST_DECIMALS = 6;

    public static final Percentage ZERO = of("0");
    public static final Percentage HUNDRED = of("100");

    /** @throws IllegalArgumentException if the value is below 0, above 100 or has more than 6 decimals */
    public Percentage {
        value = value.stripTrailingZeros();
        value = value.setScale(Math.max(value.scale(), 0));
        if (value.signum() < 0 || value.compareTo(MOST) > 0 || value.scale() > MOST_DECIMALS) {
            throw new IllegalArgumentException("a percentage is 0 to 100 with at most 6 decimals, was " + value);
        }
    }

    public static Percentage of(BigDecimal value) {
        return new Percentage(value);
    }

    /** @throws IllegalArgumentException if the text is not a number from 0 to 100 */
    public static Percentage of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("no percentage: " + text));
    }

    /**
     * What a person or a caller typed, such as {@code 12.5}.
     *
     * @return empty if it is not a plain number from 0 to 100
     */
    public static Optional<Percentage> parse(String text) {
        if (!text.matches("\\d{1,3}(\\.\\d{1,6})?")) {
            return Optional.empty();
        }
        var value = new BigDecimal(text);
        return value.compareTo(MOST) > 0 ? Optional.empty() : Optional.of(new Percentage(value));
    }

    /** 12.5 % as 0.125. */
    public BigDecimal fraction() {
        return value.movePointLeft(2);
    }

    /** What is left of a whole after this is taken off: 12.5 % leaves 0.875. */
    public BigDecimal rest() {
        return BigDecimal.ONE.subtract(fraction());
    }

    /** This part of an amount, rounded half-up once to the minor unit. */
    public Money of(Money whole) {
        return whole.times(fraction());
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    @Override
    public int compareTo(Percentage other) {
        return value.compareTo(other.value);
    }

    /** The plain number without the sign: {@code 12.5}. */
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
