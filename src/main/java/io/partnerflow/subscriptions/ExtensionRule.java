package io.partnerflow.subscriptions;

import io.partnerflow.pricing.RentalTerm;
import io.partnerflow.pricing.RentalTerm.Extension;
import io.partnerflow.pricing.Term;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.SubscriptionRows.TermRow;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** By how much a contract can still become longer, as its programme says (C-15, W-31). */
@Component
class ExtensionRule {

    private final SubscriptionRows rows;
    private final ChangeRows changes;
    private final Programmes programmes;
    private final VendorCalendar calendar;

    ExtensionRule(SubscriptionRows rows, ChangeRows changes, Programmes programmes, VendorCalendar calendar) {
        this.rows = rows;
        this.changes = changes;
        this.programmes = programmes;
        this.calendar = calendar;
    }

    /**
     * One step.
     *
     * @param row the term as it would be
     * @param followUpOn when its reseller would be asked for a follow-up offer
     */
    record Longer(TermRow row, int months, LocalDate followUpOn) {}

    /** What one more step would make of the contract; none is allowed where the programme knows no extension. */
    Extension of(SubscriptionView contract) {
        var step = stepMonths(contract);
        if (step == 0 || !runs(contract)) {
            return new Extension(false, contract.termMonths(), 0);
        }
        var extended = changes.extendedMonths(contract.number());
        return Extension.of(
                contract.termMonths() - extended,
                extended,
                step,
                policy(contract).ending().longestMonths());
    }

    /** @return 0 if it cannot be extended at all */
    int stepMonths(SubscriptionView contract) {
        return contract.endsByItself() ? policy(contract).ending().extensionMonths() : 0;
    }

    int longestMonths(SubscriptionView contract) {
        return policy(contract).ending().longestMonths();
    }

    /** The contract after one more step. */
    Longer longer(SubscriptionView contract) {
        var row = rows.term(contract.number(), calendar.today());
        var term = row.term();
        var months = stepMonths(contract);
        var longer = new Term(term.anchor(), term.monthsBefore(), term.months() + months);
        return new Longer(
                new TermRow(row.position(), longer),
                months,
                new RentalTerm(longer).followUpOfferOn(policy(contract).ending().followUpMonths()));
    }

    private boolean runs(SubscriptionView contract) {
        return contract.active() && calendar.today().isBefore(contract.endsOn());
    }

    private ProgrammePolicy policy(SubscriptionView contract) {
        return programmes.get(contract.programme(), contract.policyVersion());
    }
}
