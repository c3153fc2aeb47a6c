package io.partnerflow.shared;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the business registers of Europe give out; for every other country letters and digits. */
final class RegistrationNumberForms {

    private static final List<IdentifierForm> ANYWHERE = List.of(IdentifierForm.of("[A-Z0-9]{2,20}", "AB123456"));

    /** Åland keeps its companies in the Finnish register. */
    private static final Map<String, List<IdentifierForm>> BY_COUNTRY = Map.ofEntries(
            entry("AT", List.of(austrian())),
            entry("AX", List.of(finnish())),
            entry("BE", List.of(belgian())),
            entry(
                    "BG",
                    List.of(IdentifierForm.of("\\d{9}(?:\\d{4})?", SouthernAndEasternChecks::bulgarian, "175074752"))),
            entry("CH", List.of(swiss())),
            entry("CY", List.of(IdentifierForm.of("HE\\d{1,6}", "HE123456"))),
            entry("CZ", List.of(IdentifierForm.of("\\d{8}", SouthernAndEasternChecks::czechOrSlovak, "25123891"))),
            entry("DE", List.of(german())),
            entry("DK", List.of(IdentifierForm.of("[1-9]\\d{7}", NorthernChecks::danish, "24256790"))),
            entry("EE", List.of(IdentifierForm.of("[1789]\\d{7}", NorthernChecks::estonianCompany, "12417834"))),
            entry("ES", spanish()),
            entry("FI", List.of(finnish())),
            entry(
                    "FR",
                    List.of(
                            IdentifierForm.of("(?!0{9})\\d{9}", CheckDigits::luhn, "632012100"),
                            IdentifierForm.of("(?!0{9})\\d{14}", WesternChecks::frenchBranch, "73282932000074"))),
            entry("GB", List.of(british())),
            entry(
                    "GR",
                    List.of(
                            IdentifierForm.of("\\d{12}", "001037501000"),
                            IdentifierForm.of("\\d{9}", SouthernAndEasternChecks::greek, "094019245"))),
            entry("HR", List.of(IdentifierForm.of("\\d{11}", CheckDigits::mod11Mod10, "33392005961"))),
            entry("HU", List.of(IdentifierForm.of("\\d{10}", "01-10-041585").writtenAs("(..)(..)(.*)", "$1-$2-$3"))),
            entry("IE", List.of(IdentifierForm.of("\\d{5,7}", "368047"))),
            entry(
                    "IS",
                    List.of(IdentifierForm.of("[4-7]\\d{9}", NorthernChecks::icelandic, "450401-3150")
                            .writtenAs("(.{6})(.*)", "$1-$2"))),
            entry(
                    "IT",
                    List.of(
                            IdentifierForm.of("\\d{11}", SouthernAndEasternChecks::italian, "00159560366"),
                            IdentifierForm.of("[A-Z]{2}\\d{4,7}", "MO-88683").writtenAs("(..)(.*)", "$1-$2"))),
            entry("LT", List.of(IdentifierForm.of("\\d{7}|\\d{9}", NorthernChecks::lithuanian, "123033512"))),
            entry("LU", List.of(IdentifierForm.of("[A-Z]\\d{1,6}", "B101818"))),
            entry("LV", List.of(IdentifierForm.of("[4-9]\\d{10}", NorthernChecks::latvian, "40003245752"))),
            entry("MT", List.of(IdentifierForm.of("[A-Z]{1,2}\\d{1,6}", "C12345"))),
            entry("NL", List.of(IdentifierForm.of("\\d{8}", "17001910"))),
            entry("NO", List.of(IdentifierForm.of("[1-9]\\d{8}", NorthernChecks::norwegian, "923609016"))),
            entry("PL", polish()),
            entry("PT", List.of(IdentifierForm.of("[1-9]\\d{8}", SouthernAndEasternChecks::portuguese, "500697256"))),
            entry(
                    "RO",
                    List.of(
                            IdentifierForm.of("[1-9]\\d{1,9}", SouthernAndEasternChecks::romanian, "18547290"),
                            IdentifierForm.of("[JFC]\\d{6,14}", "J40/372/2002"))),
            entry("SE", List.of(swedish())),
            entry("SI", List.of(IdentifierForm.of("\\d{7}(?:\\d{3})?", "5860571000"))),
            entry("SK", List.of(IdentifierForm.of("\\d{8}", SouthernAndEasternChecks::czechOrSlovak, "35763469"))));

    private RegistrationNumberForms() {}

    static List<IdentifierForm> of(String country) {
        return BY_COUNTRY.getOrDefault(country, ANYWHERE);
    }

    /** Twelve digits are the same number with its century, 16 for a company. */
    private static IdentifierForm swedish() {
        return IdentifierForm.of(
                        "(?:16|18|19|20)?(?!0{6})\\d{10}", number -> CheckDigits.luhn(lastTen(number)), "556012-5790")
                .writtenAs("(?:..)?(.{6})(.{4})", "$1-$2");
    }

    private static String lastTen(String number) {
        return number.substring(number.length() - 10);
    }

    /** Old numbers have six digits before the check digit; a zero has been put in front of them. */
    private static IdentifierForm finnish() {
        return new IdentifierForm(
                Pattern.compile("(?!0{6})\\d{7,8}"),
                number -> NorthernChecks.finnish(padded(number, 8)),
                number -> padded(number, 8).replaceFirst("(.{7})(.)", "$1-$2"),
                "0112038-9");
    }

    private static IdentifierForm belgian() {
        return new IdentifierForm(
                Pattern.compile("[01]\\d{9}|[2-9]\\d{8}"),
                number -> WesternChecks.belgian(padded(number, 10)),
                number -> padded(number, 10).replaceFirst("(.{4})(...)(...)", "$1.$2.$3"),
                "0417.497.106");
    }

    /** The court comes first if it is given: each numbers its companies from 1. */
    private static IdentifierForm german() {
        var court = "(?:AMTSGERICHT)?([A-ZÄÖÜ()]{3,40}?)?";
        return IdentifierForm.of(court + "(?:HRA|HRB|GNR|GSR|PR|VR)\\d{1,7}[A-Z]{0,3}", "München HRB 42243")
                .writtenAs(court + "(HRA|HRB|GNR|GSR|PR|VR)(\\d+)([A-Z]*)", "$1 $2 $3 $4");
    }

    private static IdentifierForm austrian() {
        return IdentifierForm.of(
                        "(?:FN)?\\d{1,6}[A-Z]",
                        number -> WesternChecks.austrianCompany(number.replace("FN", "")),
                        "FN 93363Z")
                .writtenAs("(?:FN)?(.*)", "FN $1");
    }

    /** Leading zeros are often left out. */
    private static IdentifierForm british() {
        return new IdentifierForm(
                Pattern.compile("(?!0+$)\\d{5,8}|[A-Z]{2}\\d{6}|R\\d{7}"),
                number -> true,
                number -> padded(number, 8),
                "00445790");
    }

    private static IdentifierForm swiss() {
        return IdentifierForm.of(
                        "(?:CHE)?\\d{9}", number -> WesternChecks.swiss(number.replace("CHE", "")), "CHE-105.909.036")
                .writtenAs("(?:CHE)?(...)(...)(...)", "CHE-$1.$2.$3");
    }

    private static List<IdentifierForm> spanish() {
        return List.of(
                IdentifierForm.of(
                        "[ABCDEFGHJNPQRSUVW]\\d{7}[0-9A-J]", SouthernAndEasternChecks::spanishCompany, "A15075062"),
                IdentifierForm.of("[0-9XYZKLM]\\d{7}[A-Z]", SouthernAndEasternChecks::spanishPerson, "54362315K"));
    }

    private static List<IdentifierForm> polish() {
        return List.of(
                IdentifierForm.of("(?:KRS)?0\\d{9}", "0000026438").writtenAs("(?:KRS)?(.*)", "$1"),
                IdentifierForm.of("\\d{9}(?:\\d{5})?", SouthernAndEasternChecks::polishStatistics, "016298263"),
                IdentifierForm.of("[1-9]\\d{9}", SouthernAndEasternChecks::polishTax, "5250007738"));
    }

    private static String padded(String digits, int length) {
        return "0".repeat(length - digits.length()) + digits;
    }
}
