package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.billing.Invoice;
import io.partnerflow.billing.Invoices;
import io.partnerflow.dunning.Dunnings;
import io.partnerflow.parties.Organisations;
import io.partnerflow.payments.Receivable;
import io.partnerflow.payments.Receivables;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.VendorCalendar;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gathers what the page of an invoice shows: what it is for, how far it is settled, what follows if it is not. */
@Component
class InvoiceFile {

    private final Invoices invoices;
    private final Receivables receivables;
    private final Dunnings dunnings;
    private final Organisations organisations;
    private final VendorCalendar calendar;

    InvoiceFile(
            Invoices invoices,
            Receivables receivables,
            Dunnings dunnings,
            Organisations organisations,
            VendorCalendar calendar) {
        this.invoices = invoices;
        this.receivables = receivables;
        this.dunnings = dunnings;
        this.organisations = organisations;
        this.calendar = calendar;
    }

    /**
     * An invoice as a bar: parts of a hundred.
     *
     * @param paid at least 1 if anything is paid
     * @param credited after it
     */
    record Settled(int paid, int credited) {

        static Settled of(Receivable owed) {
            var paid = share(owed.paid(), owed.gross());
            return new Settled(paid, Math.min(100 - paid, share(owed.credited(), owed.gross())));
        }

        private static int share(Money part, Money whole) {
            if (!part.isPositive() || !whole.isPositive()) {
                return 0;
            }
            var percent = part.amount().movePointRight(2).divide(whole.amount(), 0, RoundingMode.HALF_UP);
            return Math.max(1, Math.min(100, percent.intValue()));
        }
    }

    Map<String, Object> of(Caller caller, String number) {
        var invoice = invoices.get(caller.actingFor(), number);
        var owed = receivables.of(number).orElse(null);
        var model = new HashMap<String, Object>();
        model.put("invoice", invoice);
        model.put("customer", forAnother(invoice) ? organisations.get(invoice.customer()) : null);
        model.put("sells", caller.acting().reseller());
        model.put("receivable", owed);
        model.put("settled", owed == null ? null : Settled.of(owed));
        model.put("payments", receivables.paymentsOn(number));
        model.put("dunning", dunnings.runningOf(caller.actingFor(), number).orElse(null));
        model.put("today", calendar.today());
        model.put("creditedBy", invoices.creditedBy(caller.actingFor(), number));
        return model;
    }

    private static boolean forAnother(Invoice invoice) {
        return !invoice.customer().equals(invoice.billTo());
    }
}
