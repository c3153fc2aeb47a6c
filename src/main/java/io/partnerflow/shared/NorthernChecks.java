package io.partnerflow.shared;

import static io.partnerflow.shared.CheckDigits.digit;
import static io.partnerflow.shared.CheckDigits.elevenMinus;
import static io.partnerflow.shared.CheckDigits.last;
import static io.partnerflow.shared.CheckDigits.weighted;

/** How the registers and tax offices of the Nordic and Baltic countries compute their check digits. */
final class NorthernChecks {

    private NorthernChecks() {}

    static boolean danish(String digits) {
        return weighted(digits, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
    }

    static boolean estonianCompany(String digits) {
        var first = weighted(digits, 1, 2, 3, 4, 5, 6, 7) % 11;
        var rest = first == 10 ? weighted(digits, 3, 4, 5, 6, 7, 8, 9) % 11 : first;
        return rest % 10 == last(digits);
    }

    static boolean estonianVat(String digits) {
        return weighted(digits, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0;
    }

    static boolean finnish(String digits) {
        return elevenMinus(digits, 7, 9, 10, 5, 8, 4, 2);
    }

    static boolean icelandic(String digits) {
        return (11 - weighted(digits, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11 == digit(digits, 8);
    }

    static boolean latvian(String digits) {
        var rest = weighted(digits, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1) % 11;
        return rest == 3;
    }

    static boolean latvianPerson(String digits) {
        return (1 + weighted(digits, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9)) % 11 % 10 == last(digits);
    }

    static boolean lithuanian(String digits) {
        var first = cyclic(digits, 0);
        return (first == 10 ? cyclic(digits, 2) : first) % 10 == last(digits);
    }

    private static int cyclic(String digits, int shift) {
        var sum = 0;
        for (var i = 0; i < digits.length() - 1; i++) {
            sum += (1 + (i + shift) % 9) * digit(digits, i);
        }
        return sum % 11;
    }

    static boolean norwegian(String digits) {
        return elevenMinus(digits, 3, 2, 7, 6, 5, 4, 3, 2);
    }
}
