package io.partnerflow.shared;

import static io.partnerflow.shared.CheckDigits.digit;
import static io.partnerflow.shared.CheckDigits.last;
import static io.partnerflow.shared.CheckDigits.luhn;
import static io.partnerflow.shared.CheckDigits.luhnSum;
import static io.partnerflow.shared.CheckDigits.number;
import static io.partnerflow.shared.CheckDigits.weighted;

/** How the registers and tax offices of southern and eastern Europe compute their check digits. */
final class SouthernAndEasternChecks {

    private static final String SPANISH_PERSON = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String SPANISH_COMPANY = "JABCDEFGHI";
    private static final int[] CYPRIOT_ODD = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};

    private SouthernAndEasternChecks() {}

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

    static boolean greek(String digits) {
        return number(digits) > 0 && weighted(digits, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == last(digits);
    }

    static boolean hungarian(String digits) {
        return weighted(digits, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0;
    }

    static boolean italian(String digits) {
        var office = number(digits.substring(7, 10));
        return luhn(digits)
                && number(digits.substring(0, 7)) > 0
                && (office >= 1 && office <= 100 || office == 120 || office == 121 || office == 888 || office == 999);
    }

    static boolean maltese(String digits) {
        return weighted(digits, 3, 4, 6, 7, 8, 9, 10, 1) % 37 == 0;
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
}
