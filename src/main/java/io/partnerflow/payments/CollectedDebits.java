package io.partnerflow.payments;

import io.partnerflow.bankfiles.BankEntry;
import io.partnerflow.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which movements of the account are direct debits of ours. Who collects stands above this module and implements it. */
public interface CollectedDebits {

    /**
     * A movement as a debit can be told by.
     *
     * @param entry its id
     * @param endToEnd what we called the debit; null if the bank does not say
     * @param batch what we called the debits that were credited as one; null if the bank does not say
     * @param returnReason why it goes back; null if it does not, or the bank does not say
     */
    record Movement(
            long entry,
            BankEntry.Kind kind,
            LocalDate bookedOn,
            Money amount,
            @Nullable String endToEnd,
            @Nullable String batch,
            @Nullable String returnReason) {}

    /** Ids of those that are; nothing is done about them. */
    Set<Long> recognise(List<Movement> movements);

    /** Does what follows from those that are; a second time nothing. */
    void book(List<Movement> movements);
}
