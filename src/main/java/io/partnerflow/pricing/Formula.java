package io.partnerflow.pricing;

import java.util.List;

/**
 * How an amount came about, in words: {@code 10 × 100.00 SEK − 10 % term − 20 % partner = 720.00 SEK}.
 *
 * @param messageKey of the sentence in the message bundles
 * @param args       what it names, in its order: whole numbers, {@link io.partnerflow.shared.Money Money},
 *                   {@link io.partnerflow.shared.Percentage Percentage}; each reads well by its {@code toString}
 */
public record Formula(String messageKey, List<Object> args) {

    public Formula {
        args = List.copyOf(args);
    }

    static Formula of(String name, Object... args) {
        return new Formula("pricing.formula." + name, List.of(args));
    }
}
