package io.partnerflow.payments;

import io.partnerflow.bankfiles.BankEntry;
import io.partnerflow.shared.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A movement of the account that a person looks at.
 *
 * @param number PM-…
 * @param rest what is to be decided on
 * @param problem why the last answer could not be carried out, or not to the end; null before the first one
 */
record Question(
        String number,
        long entry,
        BankEntry.Kind kind,
        String statement,
        LocalDate bookedOn,
        Money amount,
        Money rest,
        @Nullable String payer,
        @Nullable String payerAccount,
        String text,
        Finding finding,
        @Nullable String problem) {}
