package io.partnerflow.shared;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The VAT identification numbers of the European Union, and of Norway, Switzerland and the United Kingdom; for every
 * other country letters and digits. Shapes are those of the part after the prefix.
 */
final class VatIdForms {

    private static final List<IdentifierForm> ANYWHERE = List.of(IdentifierForm.of("[A-Z0-9]{2,20}", "AB123456"));

    private static final Map<String, List<IdentifierForm>> BY_PREFIX = Map.ofEntries(
            one("ATU13585627", "U\\d{8}", WesternChecks::austrianVat),
            entry(
                    "BE",
                    List.of(
                            IdentifierForm.of("[01]\\d{9}", WesternChecks::belgian, "BE0417497106"),
                            IdentifierForm.of(
                                            "[2-9]\\d{8}", number -> WesternChecks.belgian("0" + number), "BE403019261")
                                    .writtenAs("(.*)", "0$1"))),
            entry(
                    "BG",
                    List.of(
                            IdentifierForm.of("\\d{9}", SouthernAndEasternChecks::bulgarian, "BG175074752"),
                            IdentifierForm.of("\\d{10}", "BG7523169263"))),
            one("CY10259033P", "(?!12)\\d{8}[A-Z]", SouthernAndEasternChecks::cypriot),
            entry(
                    "CZ",
                    List.of(
                            IdentifierForm.of("[0-8]\\d{7}", SouthernAndEasternChecks::czechOrSlovak, "CZ25123891"),
                            IdentifierForm.of("\\d{9,10}", "CZ640903926"))),
            one("DE143454214", "[1-9]\\d{8}", CheckDigits::mod11Mod10),
            one("DK24256790", "[1-9]\\d{7}", NorthernChecks::danish),
            one("EE100594102", "\\d{9}", NorthernChecks::estonianVat),
            one("EL094019245", "\\d{9}", SouthernAndEasternChecks::greek),
            entry(
                    "ES",
                    List.of(
                            IdentifierForm.of(
                                    "[ABCDEFGHJNPQRSUVW]\\d{7}[0-9A-J]",
                                    SouthernAndEasternChecks::spanishCompany, "ESA15075062"),
                            IdentifierForm.of(
                                    "[0-9XYZKLM]\\d{7}[A-Z]", SouthernAndEasternChecks::spanishPerson, "ES54362315K"))),
            one("FI01120389", "(?!0{7})\\d{8}", NorthernChecks::finnish),
            one("FR10632012100", "[0-9A-HJ-NP-Z]{2}\\d{9}", WesternChecks::frenchVat),
            entry("GB", british("GB")),
            one("HR33392005961", "\\d{11}", CheckDigits::mod11Mod10),
            one("HU12892312", "\\d{8}", SouthernAndEasternChecks::hungarian),
            entry(
                    "IE",
                    List.of(
                            IdentifierForm.of("\\d{7}[A-W][A-I]?", WesternChecks::irish, "IE6388047V"),
                            IdentifierForm.of("\\d[A-Z+*]\\d{5}[A-W]", WesternChecks::irishOldStyle, "IE8D79739I"))),
            one("IT00159560366", "\\d{11}", SouthernAndEasternChecks::italian),
            one("LT119511515", "\\d{7}1\\d|\\d{10}1\\d", NorthernChecks::lithuanian),
            one("LU26375245", "\\d{8}", WesternChecks::luxembourgish),
            entry(
                    "LV",
                    List.of(
                            IdentifierForm.of("[4-9]\\d{10}", NorthernChecks::latvian, "LV40003245752"),
                            IdentifierForm.of("[0-3]\\d{10}", NorthernChecks::latvianPerson, "LV16117519997"))),
            one("MT11679112", "[1-9]\\d{7}", SouthernAndEasternChecks::maltese),
            one("NL004495445B01", "\\d{9}B\\d{2}", VatIdForms::dutch),
            one("NO923609016MVA", "[1-9]\\d{8}MVA", number -> NorthernChecks.norwegian(number.substring(0, 9))),
            one("PL5250007738", "[1-9]\\d{9}", SouthernAndEasternChecks::polishTax),
            one("PT500697256", "[1-9]\\d{8}", SouthernAndEasternChecks::portuguese),
            one("RO18547290", "[1-9]\\d{1,9}", SouthernAndEasternChecks::romanian),
            one("SE556012579001", "(?!0{6})\\d{10}01", number -> CheckDigits.luhn(number.substring(0, 10))),
            one("SI50223054", "[1-9]\\d{7}", SouthernAndEasternChecks::slovenianVat),
            one("SK2022749619", "[1-9]\\d[2-47-9]\\d{7}", SouthernAndEasternChecks::slovakVat),
            entry("XI", british("XI")),
            entry(
                    "CHE",
                    List.of(IdentifierForm.of(
                                    "\\d{9}(?:MWST|TVA|IVA)?",
                                    number -> WesternChecks.swiss(number.substring(0, 9)), "CHE-107.787.577 MWST")
                            .writtenAs("(.{9}).*", "$1"))));

    private VatIdForms() {}

    /** @param prefix the country's, such as EL for Greece */
    static List<IdentifierForm> of(String prefix) {
        return BY_PREFIX.getOrDefault(prefix, ANYWHERE);
    }

    static boolean knows(String prefix) {
        return BY_PREFIX.containsKey(prefix);
    }

    private static Map.Entry<String, List<IdentifierForm>> one(String example, String shape, Predicate<String> checks) {
        return entry(example.substring(0, 2), List.of(IdentifierForm.of(shape, checks, example)));
    }

    /** Since 2020 a sole trader's number no longer contains the person's; only the whole of it checks. */
    private static boolean dutch(String number) {
        return WesternChecks.dutchPerson(number.substring(0, 9)) || CheckDigits.mod97("NL" + number);
    }

    private static List<IdentifierForm> british(String prefix) {
        return List.of(
                IdentifierForm.of("\\d{9}(?:\\d{3})?", WesternChecks::british, prefix + "220430231"),
                IdentifierForm.of("GD[0-4]\\d{2}|HA[5-9]\\d{2}", prefix + "GD001"));
    }
}
