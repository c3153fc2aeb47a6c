package io.partnerflow.shared;

import java.util.stream.IntStream;

/** The arithmetic by which registers notice a mistyped digit. Every function takes digits only. */
public final class CheckDigits {

    private CheckDigits() {}

    /** Sum of each digit times its weight; digits beyond the weights do not count. */
    static int weighted(String digits, int... weights) {
        return IntStream.range(0, weights.length)
                .map(i -> weights[i] * digit(digits, i))
                .sum();
    }

    static int digit(String digits, int index) {
        return digits.charAt(index) - '0';
    }

    static int last(String digits) {
        return digit(digits, digits.length() - 1);
    }

    static long number(String digits) {
        return Long.parseLong(digits);
    }

    /** Every second digit from the right doubled, tens and ones added: ISO/IEC 7812. */
    static int luhnSum(String digits) {
        return IntStream.range(0, digits.length())
                .map(i -> {
                    var digit = digit(digits, digits.length() - 1 - i);
                    return i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
                })
                .sum();
    }

    static boolean luhn(String digits) {
        return luhnSum(digits) % 10 == 0;
    }

    /** ISO 7064, MOD 11,10. */
    static boolean mod11Mod10(String digits) {
        var product = 10;
        for (var i = 0; i < digits.length() - 1; i++) {
            var sum = (digit(digits, i) + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10 == last(digits);
    }

    /** ISO 7064, MOD 97-10, over digits and letters; a letter counts 10 (A) to 35 (Z). */
    public static boolean mod97(String text) {
        var rest = 0;
        for (var i = 0; i < text.length(); i++) {
            var value = Character.getNumericValue(text.charAt(i));
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return rest == 1;
    }

    /** The last digit is 11 minus the weighted sum modulo 11; 11 stands for 0, a 10 is never given out. */
    static boolean elevenMinus(String digits, int... weights) {
        return (11 - weighted(digits, weights) % 11) % 11 == last(digits);
    }
}
