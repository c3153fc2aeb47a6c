package io.partnerflow.debits;

import io.partnerflow.billing.Invoice;
import io.partnerflow.debits.DebitRows.Announced;
import io.partnerflow.mandates.MandateView;
import io.partnerflow.pricing.Deadlines;
import io.partnerflow.programmes.ProgrammePolicy.DirectDebit;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.ComingInvoices;
import io.partnerflow.subscriptions.SubscriptionView;
import io.partnerflow.subscriptions.Subscriptions;
import io.partnerflow.tax.TaxedLine;
import io.partnerflow.tax.VatTotals;
import java.util.List;
import org.springframework.stereotype.Component;

/** Announces at once what a contract will still bring, and announces it again where that has changed. */
@Component
class Schedules {

    private final DebitRows debits;
    private final Subscriptions subscriptions;
    private final ComingInvoices coming;
    private final DebitLetters letters;
    private final VendorCalendar calendar;

    Schedules(
            DebitRows debits,
            Subscriptions subscriptions,
            ComingInvoices coming,
            DebitLetters letters,
            VendorCalendar calendar) {
        this.debits = debits;
        this.subscriptions = subscriptions;
        this.coming = coming;
        this.letters = letters;
        this.calendar = calendar;
    }

    /**
     * Follows an invoice whose debit was not announced before, or not with this amount: what comes after it is announced
     * with it. Where lines bear different taxes nobody can say yet what later invoices come to, so each announces itself.
     */
    void announceRest(Invoice invoice, MandateView mandate, DirectDebit rules) {
        if (invoice.subscription() != null
                && invoice.lines().get(0).period() != null
                && invoice.taxes().size() == 1) {
            var contract = subscriptions.get(invoice.subscription());
            var changed = coming.of(contract).stream()
                    .filter(one -> !one.estimated())
                    .filter(one -> debits.announce(announced(contract, one, invoice, mandate, rules)))
                    .count();
            tell(mandate, contract, changed);
        }
    }

    private void tell(MandateView mandate, SubscriptionView contract, long changed) {
        if (changed > 0) {
            var revision = debits.revision(mandate.order()) + 1;
            debits.announcedAtOnce(mandate.order(), revision, calendar.today());
            letters.schedule(mandate, contract, revision, waiting(mandate.order()));
        }
    }

    private List<Debit> waiting(String order) {
        return debits.ofOrder(order).stream().filter(Debit::isWaiting).toList();
    }

    private Announced announced(
            SubscriptionView contract,
            ComingInvoices.Coming one,
            Invoice invoice,
            MandateView mandate,
            DirectDebit rules) {
        var due = Deadlines.dueDate(one.issueDate(), contract.agreed().paymentDays());
        return new Announced(
                "%s/%s".formatted(contract.number(), one.period().from()),
                mandate.order(),
                contract.number(),
                mandate.reference(),
                invoice.billTo(),
                invoice.reseller(),
                one.period().from(),
                due,
                gross(invoice, one.net()),
                calendar.today(),
                CollectionDay.of(due, calendar.today(), rules));
    }

    private static Money gross(Invoice like, Money net) {
        var tax = like.taxes().get(0);
        return VatTotals.ofLines(List.of(new TaxedLine(tax.category(), tax.rate(), net)))
                .gross();
    }
}
