package io.partnerflow.bankfiles;

import io.partnerflow.shared.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One movement of an account, as its bank tells it.
 *
 * @param position line of the file it begins on
 * @param reference what the bank calls it; the same in every file that tells it
 * @param amount more than zero
 * @param payer who sent it, or whose it was if it is returned; null if the bank does not say
 * @param payerAccount IBAN or account number without spaces; null if the bank does not say
 * @param text what the payer wrote, at most 2,000 characters
 * @param endToEnd what the payer called the transfer; null if it gave it no name
 * @param original of a returned one: what the bank called the entry that comes back; null if it does not say
 * @param batch what we called the debits that were credited as one; null if the bank does not say
 * @param returnReason why it goes back, as banks code it; null if it does not, or the bank does not say
 * @param named what its text names that can be an invoice, squeezed: {@code IN2026000123}
 */
public record BankEntry(
        int position,
        String reference,
        Kind kind,
        LocalDate bookedOn,
        Money amount,
        @Nullable String payer,
        @Nullable String payerAccount,
        String text,
        @Nullable String endToEnd,
        @Nullable String original,
        @Nullable String batch,
        @Nullable String returnReason,
        List<String> named) {

    /** What it does to the account. */
    public enum Kind {
        /** Money came in. */
        RECEIVED,
        /** Money that had come in went back: refused by the payer's bank, called back, booked by mistake. */
        RETURNED,
        /** Money went out that never was a payer's: fees, salaries, payouts. */
        PAID_OUT
    }
}
