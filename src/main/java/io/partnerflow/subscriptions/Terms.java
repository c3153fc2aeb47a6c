package io.partnerflow.subscriptions;

import io.partnerflow.pricing.Deadlines;
import io.partnerflow.pricing.Term;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The terms a contract has and will have, and until when each can still be ended or made smaller. */
@Component
class Terms {

    private final SubscriptionRows rows;
    private final VendorCalendar calendar;

    Terms(SubscriptionRows rows, VendorCalendar calendar) {
        this.rows = rows;
        this.calendar = calendar;
    }

    /** The first term, from the running one on, at whose end a wish that came today can be met. */
    Term first(SubscriptionView contract, Predicate<Deadlines> inTime) {
        var term = running(contract);
        while (!inTime.test(deadlines(contract, term))) {
            term = next(contract, term);
        }
        return term;
    }

    Term running(SubscriptionView contract) {
        return rows.term(contract.number(), calendar.today()).term();
    }

    Term next(SubscriptionView contract, Term term) {
        var months = contract.agreed().renewalMonths();
        return term.next(months == null ? term.months() : months);
    }

    Deadlines deadlines(SubscriptionView contract, Term term) {
        return deadlines(contract, term.renewalDate());
    }

    Deadlines deadlines(SubscriptionView contract, LocalDate renewalDate) {
        return Deadlines.of(
                renewalDate, contract.agreed().noticeDays(), contract.agreed().reductionWindowMonths());
    }
}
