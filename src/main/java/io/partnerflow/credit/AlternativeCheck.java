package io.partnerflow.credit;

import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.RegistrationNumber;
import io.partnerflow.shared.Typed;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a reseller offers; every problem at its field. */
final class AlternativeCheck {

    private static final int LONGEST_NAME = 200;
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}([.,]\\d{1,2})?");

    private AlternativeCheck() {}

    /**
     * @param worth   what the order is worth: no deposit is larger
     * @param country of the customer
     * @param customerNumber the customer's own registration number: it cannot answer for itself
     * @throws Invalid naming every bad field
     */
    static Alternative check(WantedAlternative wanted, Money worth, String country, String customerNumber) {
        var problems = new Invalid.Collector();
        var kind = Arrays.stream(Alternative.Kind.values())
                .filter(one -> one.code().equals(wanted.kind()))
                .findFirst()
                .orElse(null);
        if (kind == null) {
            problems.reject("kind", "credit-kind", wanted.kind());
        }
        var deposit = kind == Alternative.Kind.DEPOSIT ? deposit(wanted.amount(), worth, problems) : null;
        var guarantor =
                kind == Alternative.Kind.GUARANTOR ? guarantor(wanted, country, customerNumber, problems) : null;
        problems.throwIfAny();
        return new Alternative(kind, deposit, guarantor);
    }

    private static @Nullable Money deposit(@Nullable String typed, Money worth, Invalid.Collector problems) {
        var text = typed == null ? "" : typed.strip();
        if (AMOUNT.matcher(text).matches()) {
            var amount = Money.rounded(new BigDecimal(text.replace(',', '.')), worth.currency());
            if (amount.isPositive() && amount.compareTo(worth) <= 0) {
                return amount;
            }
        }
        problems.reject("amount", "credit-deposit", typed, worth.toString());
        return null;
    }

    private static Alternative.@Nullable Guarantor guarantor(
            WantedAlternative wanted, String country, String customerNumber, Invalid.Collector problems) {
        var name = Typed.line("name", wanted.name(), LONGEST_NAME, problems);
        var number = RegistrationNumber.check(
                "registrationNumber",
                country,
                wanted.registrationNumber() == null ? "" : wanted.registrationNumber(),
                problems);
        if (number.filter(one -> one.value().equals(customerNumber)).isPresent()) {
            problems.reject("registrationNumber", "credit-guarantor-customer", wanted.registrationNumber());
        }
        return number.map(one -> new Alternative.Guarantor(name, one.value())).orElse(null);
    }
}
