package io.partnerflow.mandates;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mandate as it stands.
 *
 * @param reference {@code MD-2026-000001}, the same in every debit
 * @param order whose invoices may be collected
 * @param debtor organisation that pays
 * @param account from which; people see it {@linkplain DebitAccount#masked() masked}
 * @param signedOn null while it is not signed
 * @param sequence what the next debit is
 */
public record MandateView(
        String reference,
        String order,
        UUID debtor,
        DebitAccount account,
        Status status,
        @Nullable LocalDate signedOn,
        Sequence sequence) {

    /** What may be done with it. */
    public enum Status {
        /** Nothing yet: the customer has not signed. */
        PENDING,
        /** It may be collected. */
        ACTIVE,
        /** Nothing any more. */
        REVOKED
    }

    /** As banks want to be told. */
    public enum Sequence {
        /** Nothing has been collected under it yet. */
        FRST,
        RCUR
    }

    public String accountHolder() {
        return account.holder();
    }

    /** For the bank's file and the paper the customer signs; nowhere else. */
    public String iban() {
        return account.iban();
    }

    /** For everybody: {@code SE98 •••• 7482}. */
    public String maskedIban() {
        return account.masked();
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }
}
