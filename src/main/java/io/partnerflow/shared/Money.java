package io.partnerflow.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Currency;

/**
 * An amount in one currency, always at the currency's minor unit: 12.50 EUR, 900.00 SEK, 1200 JPY.
 *
 * <p><b>Source:</b> C-01. An entity keeps amount and currency code in two columns and builds this from them.
 *
 * @param amount   any sign; a credit is negative
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    /**
     * @throws ArithmeticException      if the amount has more decimals than the currency: round it first, knowingly
     * @throws IllegalArgumentException if the currency is not money one can pay with, such as XXX
     */
    public Money {
        amount = amount.setScale(decimals(currency), RoundingMode.UNNECESSARY);
    }

    /** @throws IllegalArgumentException if the text is no number or the currency is no ISO 4217 code */
    public static Money of(String amount, String currency) {
        return of(new BigDecimal(amount), currency);
    }

    /** For two columns of a table; decimals beyond the minor unit must be zeros. */
    public static Money of(BigDecimal amount, String currency) {
        return new Money(amount, Currency.getInstance(currency));
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** An exact result made into money: half-up to the minor unit, the one rounding of a calculation (C-01). */
    public static Money rounded(BigDecimal exact, Currency currency) {
        return new Money(Rounding.halfUp(exact, decimals(currency)), currency);
    }

    /** @param parts may be empty, hence the currency; all in that currency */
    public static Money sum(Currency currency, Collection<Money> parts) {
        return parts.stream().reduce(zero(currency), Money::plus);
    }

    /** @throws IllegalArgumentException if the currencies differ; this system never converts */
    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(amount.add(other.amount), currency);
    }

    /** @throws IllegalArgumentException if the currencies differ */
    public Money minus(Money other) {
        return plus(other.negate());
    }

    public Money negate() {
        return new Money(amount.negate(), currency);
    }

    /** @param factor any precision; the product is rounded half-up to the minor unit */
    public Money times(BigDecimal factor) {
        return rounded(amount.multiply(factor), currency);
    }

    public Money times(long factor) {
        return times(BigDecimal.valueOf(factor));
    }

    /**
     * {@code part} of {@code whole} of this amount, such as 181 of 365 days: multiplied first, divided last, rounded
     * half-up once (C-02).
     *
     * @param whole 1 or more
     */
    public Money share(long part, long whole) {
        if (whole < 1) {
            throw new IllegalArgumentException("a whole is 1 or more, was " + whole);
        }
        var product = amount.multiply(BigDecimal.valueOf(part));
        return new Money(product.divide(BigDecimal.valueOf(whole), decimals(currency), RoundingMode.HALF_UP), currency);
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public String currencyCode() {
        return currency.getCurrencyCode();
    }

    /** @throws IllegalArgumentException if the currencies differ */
    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return amount.compareTo(other.amount);
    }

    /** As an API or a log shows it: {@code 1234.50 SEK}. A page formats it for its reader's language. */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("%s and %s are different currencies".formatted(this, other));
        }
    }

    private static int decimals(Currency currency) {
        var decimals = currency.getDefaultFractionDigits();
        if (decimals < 0) {
            throw new IllegalArgumentException(currency + " has no minor unit");
        }
        return decimals;
    }
}
