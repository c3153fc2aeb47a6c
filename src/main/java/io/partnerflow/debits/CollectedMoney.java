package io.partnerflow.debits;

import io.partnerflow.debits.DebitCollection.Presentation;
import io.partnerflow.mandates.Mandates;
import io.partnerflow.payments.DebitPayments;
import io.partnerflow.payments.DebitPayments.Collected;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts what was collected on the invoices it is for, each once. */
@Component
class CollectedMoney {

    private final CollectionRows rows;
    private final DebitPayments payments;
    private final Mandates mandates;

    CollectedMoney(CollectionRows rows, DebitPayments payments, Mandates mandates) {
        this.rows = rows;
        this.payments = payments;
        this.mandates = mandates;
    }

    /** Books all of it that has not come back; what has no invoice yet is booked when it is issued. */
    void book(DebitCollection collection) {
        var living = rows.presentations(collection.number()).stream()
                .filter(one -> one.returnedOn() == null)
                .toList();
        mandates.collected(living.stream().map(Presentation::mandate).distinct().toList(), collection.collectionDay());
        payments.book(
                living.stream()
                        .filter(one -> one.invoice() != null)
                        .map(CollectedMoney::part)
                        .toList(),
                collection.collectionDay());
    }

    /** The invoice has come after the money. */
    void bookLate(long debit) {
        rows.livingOf(debit).ifPresent(one -> {
            var collection = rows.find(one.collection()).orElseThrow();
            if (collection.status() == DebitCollection.Status.COLLECTED) {
                payments.book(List.of(part(one)), collection.collectionDay());
            }
        });
    }

    private static Collected part(Presentation one) {
        return new Collected(one.endToEnd(), one.invoice(), one.amount());
    }
}
