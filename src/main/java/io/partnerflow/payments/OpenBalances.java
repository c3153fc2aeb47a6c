package io.partnerflow.payments;

import io.partnerflow.shared.Money;
import java.util.HashMap;
import java.util.Map;

/** What is left of invoices while one movement after the other is put on them. */
final class OpenBalances {

    private final Map<String, Money> left = new HashMap<>();

    /** Never less than zero. */
    Money of(Receivable receivable) {
        var open = left.getOrDefault(receivable.invoice(), receivable.open());
        return open.isNegative() ? Money.zero(open.currency()) : open;
    }

    void take(Receivable receivable, Money amount) {
        left.put(receivable.invoice(), of(receivable).minus(amount));
    }
}
