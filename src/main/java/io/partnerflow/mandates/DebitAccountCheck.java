package io.partnerflow.mandates;

import static java.util.Objects.requireNonNullElse;

import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.SepaText;
import io.partnerflow.shared.Typed;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.iban4j.IbanUtil;
import org.jspecify.annotations.Nullable;

/** Whether debits can be collected from an account: check digits, form, and a country whose banks take part in SEPA. */
final class DebitAccountCheck {

    /** By the letters their account numbers begin with (EPC409-09); territories use those of their country. */
    private static final Set<String> SEPA = Set.of(
            "AD", "AL", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GI", "GR", "HR",
            "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MC", "MD", "ME", "MK", "MT", "NL", "NO", "PL", "PT", "RO",
            "RS", "SE", "SI", "SK", "SM", "VA");

    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final Pattern BIC = Pattern.compile("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f-]");

    private DebitAccountCheck() {}

    /** @throws Invalid naming {@code accountHolder}, {@code iban} and {@code bic}, each with what is accepted */
    static DebitAccount check(@Nullable String holder, @Nullable String iban, @Nullable String bic) {
        var problems = new Invalid.Collector();
        var name = holder(holder, problems);
        var number = squeezed("iban", iban, 60, problems);
        if (!problems.rejects("iban")) {
            checkNumber(number, problems);
        }
        var bank = squeezed("bic", bic, 20, problems);
        if (!bank.isEmpty() && !BIC.matcher(bank).matches()) {
            problems.reject("bic", "bic-wrong", null);
        }
        problems.throwIfAny();
        return new DebitAccount(name, number, bank.isEmpty() ? null : bank);
    }

    private static String holder(@Nullable String holder, Invalid.Collector problems) {
        var name = requireNonNullElse(Typed.optionalLine("accountHolder", holder, SepaText.LONGEST_NAME, problems), "");
        if (name.isEmpty() && !problems.rejects("accountHolder")) {
            problems.reject("accountHolder", "account-holder-needed", null);
        }
        if (!name.isEmpty() && SepaText.of(name, SepaText.LONGEST_NAME).isBlank()) {
            problems.reject("accountHolder", "no-bank-characters", name);
        }
        return name;
    }

    private static void checkNumber(String number, Invalid.Collector problems) {
        if (!IBAN.matcher(number).matches() || !IbanUtil.isValid(number)) {
            problems.reject("iban", "iban-wrong", null);
        } else if (!SEPA.contains(number.substring(0, 2))) {
            problems.reject("iban", "iban-not-sepa", null, number.substring(0, 2));
        }
    }

    private static String squeezed(String field, @Nullable String typed, int longest, Invalid.Collector problems) {
        var line = requireNonNullElse(Typed.optionalLine(field, typed, longest, problems), "");
        return SPACES.matcher(line).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
