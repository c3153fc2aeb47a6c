package io.partnerflow.mandates;

import io.partnerflow.documents.Vendor;
import java.util.Currency;
import org.springframework.stereotype.Component;

/** Which account invoices are paid to: its own currency on the vendor's, euro where debits are credited too. */
@Component
public class IncomingAccounts {

    private static final String EURO = "EUR";

    private final Vendor vendor;
    private final Creditor creditor;

    IncomingAccounts(Vendor vendor, Creditor creditor) {
        this.vendor = vendor;
        this.creditor = creditor;
    }

    /** @param currency of the invoice
     *  @return the vendor with the account payers are told of */
    public Vendor of(Currency currency) {
        var own = !currency.getCurrencyCode().equals(EURO) || vendor.currency().equals(EURO);
        return own ? vendor : vendor.paidTo(creditor.iban(), creditor.bic());
    }
}
