package io.partnerflow.payments;

import io.partnerflow.bankfiles.BankEntry;
import io.partnerflow.shared.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A movement that is to be matched.
 *
 * @param known whether an earlier file has told it
 */
record Entry(
        long id,
        BankEntry.Kind kind,
        LocalDate bookedOn,
        Money amount,
        @Nullable String payer,
        @Nullable String payerAccount,
        String text,
        @Nullable String endToEnd,
        @Nullable String batch,
        @Nullable String returnReason,
        boolean known) {

    /** As those who collect can tell whether it is theirs. */
    CollectedDebits.Movement movement() {
        return new CollectedDebits.Movement(id, kind, bookedOn, amount, endToEnd, batch, returnReason);
    }
}
