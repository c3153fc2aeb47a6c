package io.partnerflow.credit;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.VendorCalendar;
import java.math.BigDecimal;
import java.util.Currency;

/** For demonstrations and tests: answers by rules one can read, and remembers nothing. Its references say what it is. */
class SandboxAgency implements CreditAgency {

    private final SandboxRules rules;
    private final VendorCalendar calendar;

    SandboxAgency(SandboxRules rules, VendorCalendar calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "sandbox agency (demonstration only)";
    }

    @Override
    public Answer ask(Enquiry enquiry) {
        var rule = rules.about(enquiry);
        if (rule.silentAt(enquiry.attempt())) {
            throw new AgencySilent("the sandbox agency plays silent for " + enquiry.name(), null);
        }
        var limit = rule.limit() == null ? BigDecimal.ZERO : rule.limit();
        return new Answer(
                "DEMO-" + enquiry.key(),
                rule.score(),
                rule.ageYears() == 0 ? null : calendar.today().minusYears(rule.ageYears()),
                rule.insolvent(),
                Money.rounded(limit, Currency.getInstance(enquiry.exposure().currencyCode())));
    }
}
