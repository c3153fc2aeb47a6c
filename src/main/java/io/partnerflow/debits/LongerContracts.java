package io.partnerflow.debits;

import io.partnerflow.billing.Invoices;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.subscriptions.ContractExtended;
import io.partnerflow.subscriptions.Subscriptions;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.context.event.EventListener;

/** Announces what an extension adds as soon as it is agreed, so that it is collected on its due dates like the rest. */
@ModuleService
class LongerContracts {

    private final DebitRows debits;
    private final Subscriptions subscriptions;
    private final Invoices invoices;
    private final Announcing announcing;

    LongerContracts(DebitRows debits, Subscriptions subscriptions, Invoices invoices, Announcing announcing) {
        this.debits = debits;
        this.subscriptions = subscriptions;
        this.invoices = invoices;
        this.announcing = announcing;
    }

    /** A contract nothing was invoiced of yet announces all of its debits with its first invoice. */
    @EventListener
    public void extended(ContractExtended contract) {
        latest(contract.subscription())
                .map(debit -> invoices.get(debit.debtor(), debit.invoice()))
                .ifPresent(announcing::announceRest);
    }

    /** The invoice before those that are added: what it is taxed like, they will be too. */
    private Optional<Debit> latest(String subscription) {
        return debits.ofOrder(subscriptions.get(subscription).orderNumber()).stream()
                .filter(debit -> subscription.equals(debit.subscription()))
                .filter(debit -> debit.periodFrom() != null && debit.invoice() != null)
                .max(Comparator.comparing(Debit::periodFrom));
    }
}
