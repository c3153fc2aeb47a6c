package io.partnerflow.shared;

import static io.partnerflow.shared.CheckDigits.digit;
import static io.partnerflow.shared.CheckDigits.elevenMinus;
import static io.partnerflow.shared.CheckDigits.last;
import static io.partnerflow.shared.CheckDigits.luhn;
import static io.partnerflow.shared.CheckDigits.luhnSum;
import static io.partnerflow.shared.CheckDigits.number;
import static io.partnerflow.shared.CheckDigits.weighted;

/** How each country's business register or tax office computes its check digit. */
final class NationalChecks {

    private static final String FRENCH_KEY = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String IRISH = "WABCDEFGHIJKLMNOPQRSTUV";
    private static final String SPANISH_PERSON = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String SPANISH_COMPANY = "JABCDEFGHI";
    private static final int[] CYPRIOT_ODD = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};

    private NationalChecks() {}

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

    static boolean bulgarian(String digits) {
        var first = weighted(digits, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
        var rest = first == 10 ? weighted(digits, 3, 4, 5, 6, 7, 8, 9, 10) % 11 : first;
        return rest % 10 == digit(digits, 8);
    }

    static boolean cypriot(String number) {
        var sum = 0;
        for (var i = 0; i < 8; i++) {
            sum += i % 2 == 0 ? CYPRIOT_ODD[digit(number, i)] : digit(number, i);
        }
        return 'A' + sum % 26 == number.charAt(8);
    }

    static boolean czechOrSlovak(String digits) {
        return (11 - weighted(digits, 8, 7, 6, 5, 4, 3, 2) % 11) % 10 == last(digits);
    }

    static boolean danish(String digits) {
        return weighted(digits, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
    }

    static boolean dutchPerson(String digits) {
        return number(digits) > 0 && weighted(digits, 9, 8, 7, 6, 5, 4, 3, 2) % 11 == last(digits);
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

    static boolean greek(String digits) {
        return number(digits) > 0 && weighted(digits, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == last(digits);
    }

    static boolean hungarian(String digits) {
        return weighted(digits, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0;
    }

    static boolean icelandic(String digits) {
        return (11 - weighted(digits, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11 == digit(digits, 8);
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

    static boolean luxembourgish(String digits) {
        return number(digits.substring(0, 6)) % 89 == number(digits.substring(6));
    }

    static boolean maltese(String digits) {
        return weighted(digits, 3, 4, 6, 7, 8, 9, 10, 1) % 37 == 0;
    }

    static boolean norwegian(String digits) {
        return elevenMinus(digits, 3, 2, 7, 6, 5, 4, 3, 2);
    }

    static boolean polishStatistics(String digits) {
        var nine = weighted(digits, 8, 9, 2, 3, 4, 5, 6, 7) % 11 % 10 == digit(digits, 8);
        return digits.length() == 9
                ? nine
                : nine && weighted(digits, 2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8) % 11 % 10 == last(digits);
    }

    static boolean polishTax(String digits) {
        return weighted(digits, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == last(digits);
    }

    static boolean portuguese(String digits) {
        return (11 - weighted(digits, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11 % 10 == last(digits);
    }

    static boolean romanian(String number) {
        var digits = "0".repeat(10 - number.length()) + number;
        return weighted(digits, 7, 5, 3, 2, 1, 7, 5, 3, 2) * 10 % 11 % 10 == last(digits);
    }

    static boolean slovakVat(String digits) {
        return number(digits) % 11 == 0;
    }

    static boolean slovenianVat(String digits) {
        var check = 11 - weighted(digits, 8, 7, 6, 5, 4, 3, 2) % 11;
        return check < 11 && check % 10 == last(digits);
    }

    /** A company: letter, seven digits, a digit or a letter, which of them depends on the kind of company. */
    static boolean spanishCompany(String number) {
        var check = (10 - luhnSum(number.substring(1, 8) + "0") % 10) % 10;
        var given = number.charAt(8);
        var asDigit = given == '0' + check && "PQRSNW".indexOf(number.charAt(0)) < 0;
        var asLetter = given == SPANISH_COMPANY.charAt(check) && "ABEH".indexOf(number.charAt(0)) < 0;
        return asDigit || asLetter;
    }

    /** A person: eight digits, or X, Y, Z and seven, then a letter; K, L and M are special. */
    static boolean spanishPerson(String number) {
        var kind = "XYZ".indexOf(number.charAt(0));
        var digits = Character.isDigit(number.charAt(0))
                ? number.substring(0, 8)
                : Math.max(kind, 0) + number.substring(1, 8);
        return SPANISH_PERSON.charAt((int) (number(digits) % 23)) == number.charAt(8);
    }

    static boolean swiss(String digits) {
        return elevenMinus(digits, 5, 4, 3, 2, 7, 6, 5, 4);
    }

    static boolean italian(String digits) {
        var office = number(digits.substring(7, 10));
        return luhn(digits)
                && number(digits.substring(0, 7)) > 0
                && (office >= 1 && office <= 100 || office == 120 || office == 121 || office == 888 || office == 999);
    }
}
