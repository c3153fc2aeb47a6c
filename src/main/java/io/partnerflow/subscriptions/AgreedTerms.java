package io.partnerflow.subscriptions;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Percentage;
import io.partnerflow.shared.Typed;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.SubscriptionChange.Details;
import io.partnerflow.subscriptions.SubscriptionChange.Kind;
import io.partnerflow.subscriptions.SubscriptionChange.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a partner's own contract says instead of the programme. Deadlines and payment days count at once, prices
 * and the rhythm of invoices from the next renewal on.
 */
@ModuleService
public class AgreedTerms {

    private static final int LONGEST_REFERENCE = 200;
    private static final int MOST_DAYS = 366;
    private static final int MOST_MONTHS = 120;

    private final SubscriptionRows rows;
    private final ChangeDesk desk;
    private final RenewalDays days;
    private final ChangeLetters letters;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    AgreedTerms(
            SubscriptionRows rows,
            ChangeDesk desk,
            RenewalDays days,
            ChangeLetters letters,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.rows = rows;
        this.desk = desk;
        this.days = days;
        this.letters = letters;
        this.calendar = calendar;
        this.audit = audit;
    }

    /**
     * What is agreed on; null stays as it is.
     *
     * @param noticeDays 0 to 366
     * @param reductionWindowMonths 0 to 120, 0 for none
     * @param paymentDays 0 to 366
     * @param renewalMonths 1 to 120, a multiple of the rhythm
     * @param rhythmMonths 1 to 120
     */
    public record Wanted(
            @Nullable Integer noticeDays,
            @Nullable Integer reductionWindowMonths,
            @Nullable Integer paymentDays,
            @Nullable Integer renewalMonths,
            @Nullable Integer rhythmMonths,
            @Nullable Percentage termDiscount,
            @Nullable Percentage partnerDiscount) {}

    /**
     * Puts into the contract what was agreed on.
     *
     * @param contractReference where it is written
     * @return number of the change
     * @throws Invalid if something is out of its bounds, or nothing is agreed on
     * @throws io.partnerflow.shared.NotFound if there is no such subscription
     * @throws io.partnerflow.shared.Conflict if it has ended, or is for one term only (W-28)
     */
    public String agree(String subscription, Wanted wanted, String contractReference, Requester requester) {
        var contract = desk.open(null, subscription);
        ChangeDesk.requireOpenTerms(contract);
        check(contract, wanted, contractReference);
        rows.agree(subscription, wanted);
        days.plan(subscription);
        var change = desk.write(
                subscription,
                Kind.CHANGE_TERMS,
                Status.DONE,
                calendar.today(),
                requester,
                Details.agreed(contractReference, AgreedWords.kept(wanted)),
                List.of());
        audit.record("terms-agreed", subscription, "%s: %s".formatted(contractReference, AgreedWords.kept(wanted)));
        letters.agreed(change);
        return change.number();
    }

    private static void check(SubscriptionView contract, Wanted wanted, String reference) {
        var problems = new Invalid.Collector();
        Typed.line("contractReference", reference, LONGEST_REFERENCE, problems);
        if (AgreedWords.kept(wanted).isEmpty()) {
            problems.reject("", "nothing-agreed", null);
        }
        within("noticeDays", wanted.noticeDays(), 0, MOST_DAYS, problems);
        within("reductionWindowMonths", wanted.reductionWindowMonths(), 0, MOST_MONTHS, problems);
        within("paymentDays", wanted.paymentDays(), 0, MOST_DAYS, problems);
        within("renewalMonths", wanted.renewalMonths(), 1, MOST_MONTHS, problems);
        within("rhythmMonths", wanted.rhythmMonths(), 1, MOST_MONTHS, problems);
        problems.throwIfAny();
        var rhythm = wanted.rhythmMonths() == null ? contract.rhythmMonths() : wanted.rhythmMonths();
        var months = renewalMonths(contract, wanted);
        if (months % rhythm != 0) {
            throw new Invalid(List.of(Invalid.Field.of(
                    "rhythmMonths", "rhythm-does-not-fit", "invalid.rhythm-does-not-fit", rhythm, months)));
        }
    }

    private static int renewalMonths(SubscriptionView contract, Wanted wanted) {
        if (wanted.renewalMonths() != null) {
            return wanted.renewalMonths();
        }
        return contract.agreed().renewalMonths() == null
                ? contract.termMonths()
                : contract.agreed().renewalMonths();
    }

    private static void within(String field, @Nullable Integer value, int least, int most, Invalid.Collector problems) {
        if (value != null && (value < least || value > most)) {
            problems.reject(field, "out-of-bounds", value, least, most);
        }
    }
}
