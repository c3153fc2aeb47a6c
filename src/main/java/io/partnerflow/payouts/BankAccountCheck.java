package io.partnerflow.payouts;

import static java.util.Objects.requireNonNullElse;

import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.SepaText;
import io.partnerflow.shared.Typed;
import java.util.Locale;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;
import org.jspecify.annotations.Nullable;

/** Whether an account can be one: its check digits, its country's length and form, a holder a bank can read. */
final class BankAccountCheck {

    /** What was typed, in the form it is kept in. */
    record Checked(String holder, String iban) {}

    private BankAccountCheck() {}

    /** @throws Invalid naming {@code accountHolder} and {@code iban}, each with what is accepted */
    static Checked check(@Nullable String holder, @Nullable String iban) {
        var problems = new Invalid.Collector();
        var name = requireNonNullElse(Typed.optionalLine("accountHolder", holder, SepaText.LONGEST_NAME, problems), "");
        var number = requireNonNullElse(Typed.optionalLine("iban", iban, 42, problems), "")
                .replaceAll("[\\s\\u00a0-]", "")
                .toUpperCase(Locale.ROOT);
        if (name.isEmpty() && !problems.rejects("accountHolder")) {
            problems.reject("accountHolder", "account-holder-needed", null);
        }
        if (!name.isEmpty() && SepaText.of(name, SepaText.LONGEST_NAME).isBlank()) {
            problems.reject("accountHolder", "no-bank-characters", name);
        }
        if (!problems.rejects("iban") && !isIban(number)) {
            problems.reject("iban", "iban", null, number);
        }
        problems.throwIfAny();
        return new Checked(name, number);
    }

    private static boolean isIban(String number) {
        try {
            IbanUtil.validate(number);
            return true;
        } catch (Iban4jException wrong) {
            return false;
        }
    }
}
