package io.partnerflow.portal;

import io.partnerflow.billing.Invoices;
import io.partnerflow.deadlines.ContractChain;
import io.partnerflow.debits.Debits;
import io.partnerflow.payments.Receivable;
import io.partnerflow.payments.Receivables;
import io.partnerflow.shared.Money;
import io.partnerflow.subscriptions.ComingInvoices.Coming;
import io.partnerflow.subscriptions.Extensions;
import io.partnerflow.subscriptions.FollowUps.FollowUp;
import io.partnerflow.subscriptions.SubscriptionView;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the page of a contract that ends by itself shows beyond any other: what follows, what is paid. */
@Component
class RentalFile {

    private final Extensions extensions;
    private final ContractChain chain;
    private final Invoices invoices;
    private final Receivables receivables;
    private final Debits debits;

    RentalFile(Extensions extensions, ContractChain chain, Invoices invoices, Receivables receivables, Debits debits) {
        this.extensions = extensions;
        this.chain = chain;
        this.invoices = invoices;
        this.receivables = receivables;
        this.debits = debits;
    }

    /**
     * @param rate of a month, without VAT; null if nothing more is invoiced
     * @param stepsLeft how often it can still be extended
     * @param followedBy null if nothing follows
     * @param follows the contract before it; null for the first
     */
    record Rental(
            @Nullable Money rate,
            int stepsLeft,
            @Nullable FollowUp followedBy,
            @Nullable String follows) {

        public boolean extendable() {
            return stepsLeft > 0;
        }

        /** Whether the customer may be left without devices between the two contracts (W-33). */
        public boolean gapAhead() {
            return followedBy != null && followedBy.stillToCome();
        }
    }

    /**
     * @param invoices newest first
     * @param open sum of what is not paid
     */
    record Account(List<Receivable> invoices, Money invoiced, Money paid, Money open) {}

    Rental of(SubscriptionView contract, List<Coming> coming) {
        var step = extensions.next(contract);
        return new Rental(
                coming.isEmpty() ? null : coming.get(0).net(),
                step.allowed() ? step.remainingSteps() : 0,
                chain.of(contract.number()).orElse(null),
                chain.before(contract.number()).orElse(null));
    }

    /** @return null if it is not paid by direct debit */
    Debits.@Nullable OfContract debits(SubscriptionView contract) {
        return debits.ofOrder(contract.orderNumber()).orElse(null);
    }

    /** What its invoices come to, VAT included, and what has been paid of them. */
    Account account(SubscriptionView contract) {
        var found = receivables.of(invoices.ofSubscription(contract.number())).values().stream()
                .sorted(Comparator.comparing(Receivable::issueDate)
                        .thenComparing(Receivable::invoice)
                        .reversed())
                .toList();
        var currency = contract.annualNet().currency();
        return new Account(
                found,
                Money.sum(currency, found.stream().map(Receivable::gross).toList()),
                Money.sum(currency, found.stream().map(Receivable::paid).toList()),
                Money.sum(currency, found.stream().map(Receivable::open).toList()));
    }
}
