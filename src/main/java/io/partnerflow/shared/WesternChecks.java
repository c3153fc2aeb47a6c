package io.partnerflow.shared;

import static io.partnerflow.shared.CheckDigits.elevenMinus;
import static io.partnerflow.shared.CheckDigits.last;
import static io.partnerflow.shared.CheckDigits.luhn;
import static io.partnerflow.shared.CheckDigits.luhnSum;
import static io.partnerflow.shared.CheckDigits.number;
import static io.partnerflow.shared.CheckDigits.weighted;

/** How the registers and tax offices of western Europe compute their check digits. */
final class WesternChecks {

    private static final String FRENCH_KEY = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String IRISH = "WABCDEFGHIJKLMNOPQRSTUV";

    private WesternChecks() {}

    static boolean austrianCompany(String number) {
        var digits = "0".repeat(7 - number.length()) + number.substring(0, number.length() - 1);
        return "ABDFGHIKMPSTVWXYZ".charAt(weighted(digits, 6, 4, 14, 15, 10, 1) % 17)
                == number.charAt(number.length() - 1);
    }

    static boolean austrianVat(String number) {
        return (96 - luhnSum(number.substring(1, 8))) % 10 == last(number);
    }

    static boolean belgian(String digits) {
        return number(digits) > 0 && 97 - number(digits.substring(0, 8)) % 97 == number(digits.substring(8));
    }

    static boolean british(String digits) {
        var rest = weighted(digits, 8, 7, 6, 5, 4, 3, 2, 10, 1) % 97;
        return rest == 0 || number(digits.substring(0, 3)) >= 100 && (rest == 42 || rest == 55);
    }

    static boolean dutchPerson(String digits) {
        return number(digits) > 0 && weighted(digits, 9, 8, 7, 6, 5, 4, 3, 2) % 11 == last(digits);
    }

    /** Source: the post office, number 356000000, numbers its branches by a plain digit sum. */
    static boolean frenchBranch(String digits) {
        var postOffice = digits.startsWith("356000000")
                && digits.chars().map(c -> c - '0').sum() % 5 == 0;
        return luhn(digits.substring(0, 9)) && (luhn(digits) || postOffice);
    }

    static boolean frenchVat(String number) {
        var company = number.substring(2);
        var monaco = company.startsWith("000");
        return (monaco || luhn(company)) && frenchKey(number, number(company));
    }

    private static boolean frenchKey(String number, long company) {
        if (number.matches("\\d{11}")) {
            return (12 + 3 * (company % 97)) % 97 == number(number.substring(0, 2));
        }
        var first = FRENCH_KEY.indexOf(number.charAt(0));
        var second = FRENCH_KEY.indexOf(number.charAt(1));
        var key = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100;
        return (company + 1 + key / 11) % 11 == key % 11;
    }

    static boolean irish(String number) {
        var second = number.length() > 8 ? IRISH.indexOf(number.charAt(8)) : 0;
        return irishLetter(number.substring(0, 7), second) == number.charAt(7);
    }

    static boolean irishOldStyle(String number) {
        return irishLetter("0" + number.substring(2, 7) + number.charAt(0), 0) == number.charAt(7);
    }

    private static char irishLetter(String digits, int second) {
        return IRISH.charAt((weighted(digits, 8, 7, 6, 5, 4, 3, 2) + 9 * second) % 23);
    }

    static boolean luxembourgish(String digits) {
        return number(digits.substring(0, 6)) % 89 == number(digits.substring(6));
    }

    static boolean swiss(String digits) {
        return elevenMinus(digits, 5, 4, 3, 2, 7, 6, 5, 4);
    }
}
