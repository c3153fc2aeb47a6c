package io.partnerflow.debits;

import io.partnerflow.billing.Invoice;
import io.partnerflow.billing.InvoiceCollection;
import io.partnerflow.debits.DebitRows.Announced;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.mandates.Creditor;
import io.partnerflow.mandates.MandateView;
import io.partnerflow.mandates.Mandates;
import io.partnerflow.orders.Orders;
import io.partnerflow.programmes.ProgrammePolicy.DirectDebit;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.VendorCalendar;
import java.util.Optional;

/** Announces what is collected: all of a contract with its first invoice, anything else with the invoice it is for. */
@ModuleService
class Announcing implements InvoiceCollection {

    private final DebitRows debits;
    private final Schedules schedules;
    private final Mandates mandates;
    private final Orders orders;
    private final Programmes programmes;
    private final Creditor creditor;
    private final VendorCalendar calendar;
    private final CollectedMoney money;

    Announcing(
            DebitRows debits,
            Schedules schedules,
            Mandates mandates,
            Orders orders,
            Programmes programmes,
            Creditor creditor,
            VendorCalendar calendar,
            CollectedMoney money) {
        this.debits = debits;
        this.schedules = schedules;
        this.mandates = mandates;
        this.orders = orders;
        this.programmes = programmes;
        this.creditor = creditor;
        this.calendar = calendar;
        this.money = money;
    }

    @Override
    public void announce(Invoice invoice, String source) {
        var wanted = invoice.kind() == Invoice.Kind.INVOICE && invoice.gross().isPositive();
        if (wanted && debits.ofInvoice(invoice.number()).isEmpty()) {
            mandate(invoice)
                    .ifPresent(mandate -> rules(invoice).ifPresent(rules -> announce(invoice, source, mandate, rules)));
        }
    }

    /** Announces what the contract of an invoice will still bring and has not been announced yet. */
    void announceRest(Invoice invoice) {
        mandate(invoice)
                .ifPresent(
                        mandate -> rules(invoice).ifPresent(rules -> schedules.announceRest(invoice, mandate, rules)));
    }

    private Optional<MandateView> mandate(Invoice invoice) {
        return Optional.ofNullable(invoice.orderNumber())
                .flatMap(mandates::of)
                .filter(MandateView::isActive)
                .filter(mandate -> mandate.debtor().equals(invoice.billTo()));
    }

    private Optional<DirectDebit> rules(Invoice invoice) {
        var order = orders.get(invoice.orderNumber());
        return Optional.ofNullable(
                programmes.get(order.programme(), order.policyVersion()).directDebit());
    }

    private void announce(Invoice invoice, String source, MandateView mandate, DirectDebit rules) {
        var known = debits.lock(source);
        var here = new Here(invoice, mandate, rules);
        if (known.isEmpty()) {
            announce(here, source, invoice.gross());
            schedules.announceRest(invoice, mandate, rules);
        } else if (known.get().isWaiting()) {
            announceAgain(here, known.get());
        } else {
            goOn(here, known.get());
        }
    }

    private record Here(Invoice invoice, MandateView mandate, DirectDebit rules) {}

    /** What has been announced as it is keeps its day; another amount counts from today. */
    private void announceAgain(Here here, Debit known) {
        var same = known.amount().equals(here.invoice().gross())
                && known.mandate().equals(here.mandate().reference());
        if (same) {
            debits.invoiced(known.id(), here.invoice().number());
        } else {
            announce(here, known.source(), here.invoice().gross());
            schedules.announceRest(here.invoice(), here.mandate(), here.rules());
        }
    }

    /** What is with the bank already is collected as it was announced; the rest of the invoice is announced by itself. */
    private void goOn(Here here, Debit known) {
        var taken = known.status() == Debit.Status.IN_FILE || known.status() == Debit.Status.COLLECTED;
        var rest = taken
                ? here.invoice().gross().minus(known.amount())
                : here.invoice().gross();
        if (taken) {
            debits.invoiced(known.id(), here.invoice().number());
            money.bookLate(known.id());
        }
        if (rest.isPositive()) {
            announce(here, here.invoice().number(), rest);
        }
    }

    private void announce(Here here, String source, Money amount) {
        var invoice = here.invoice();
        var period = invoice.lines().get(0).period();
        var today = calendar.today();
        debits.announce(new Announced(
                source,
                here.mandate().order(),
                invoice.subscription(),
                here.mandate().reference(),
                invoice.billTo(),
                invoice.reseller(),
                period == null ? null : period.from(),
                invoice.dueDate(),
                amount,
                today,
                CollectionDay.of(invoice.dueDate(), today, here.rules())));
        debits.lock(source).ifPresent(debit -> debits.invoiced(debit.id(), invoice.number()));
    }

    @Override
    public Optional<Notice> of(String invoice) {
        return debits.ofInvoice(invoice)
                .filter(debit -> debit.status() != Debit.Status.CANCELLED && debit.status() != Debit.Status.RETURNED)
                .flatMap(debit -> mandates.of(debit.order()).map(mandate -> notice(debit, mandate)));
    }

    private Notice notice(Debit debit, MandateView mandate) {
        return new Notice(
                debit.collectionDay(),
                debit.amount(),
                mandate.maskedIban(),
                mandate.iban(),
                debit.mandate(),
                creditor.id(),
                creditor.name(),
                creditor.iban());
    }
}
