package io.partnerflow.billing;

import io.partnerflow.shared.Money;
import java.time.LocalDate;
import java.util.Optional;

/** How an invoice is collected from its payer's account, if it is. Who collects stands above this module and implements it. */
public interface InvoiceCollection {

    /**
     * What an invoice says about its debit.
     *
     * @param day of the collection
     * @param account the payer's, masked for people
     * @param iban the same in full, for the payer's machine
     * @param mandate its reference
     * @param creditorId who collects, as the central bank calls it
     * @param creditorName as the payer's account statement shows it
     * @param creditorIban account it is credited to
     */
    record Notice(
            LocalDate day,
            Money amount,
            String account,
            String iban,
            String mandate,
            String creditorId,
            String creditorName,
            String creditorIban) {}

    /**
     * Says that an issued invoice is about to be sent: it is collected if its contract has a mandate for that. A second
     * time changes nothing.
     *
     * @param source what it is for, as {@link Charge#source} has it
     */
    void announce(Invoice invoice, String source);

    /** @return empty if it is to be paid by transfer */
    Optional<Notice> of(String invoice);
}
