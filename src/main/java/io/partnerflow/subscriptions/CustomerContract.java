package io.partnerflow.subscriptions;

import io.partnerflow.pricing.Deadlines;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contract as the customer sees it: what it has and until when. What it costs only where the customer itself is invoiced;
 * what the reseller pays and earns is never the customer's to know.
 *
 * @param number SU-…
 * @param term the running one; the last one of a contract that has ended
 * @param goods what the running term is for
 * @param annualNet what is invoiced for a year of the running term; null where the reseller is invoiced
 * @param nextInvoiceOn null where the reseller is invoiced, and if none will come
 * @param endsOn first day without it; null as long as nobody has given notice to one that does not end by itself
 * @param endsByItself whether it is for its term and no longer
 */
public record CustomerContract(
        String number,
        String programme,
        UUID reseller,
        boolean active,
        LocalDate startDate,
        Period term,
        List<Goods> goods,
        @Nullable Money annualNet,
        @Nullable LocalDate nextInvoiceOn,
        Deadlines deadlines,
        @Nullable LocalDate endsOn,
        boolean endsByItself) {

    /** @param product code in the catalogue of the programme */
    public record Goods(String product, int quantity) {}

    static CustomerContract of(SubscriptionView contract, boolean priced) {
        return new CustomerContract(
                contract.number(),
                contract.programme(),
                contract.reseller(),
                contract.active(),
                contract.startDate(),
                contract.term(),
                contract.lines().stream()
                        .map(line -> new Goods(line.product(), line.quantity()))
                        .toList(),
                priced ? contract.annualNet() : null,
                priced ? contract.nextInvoiceOn() : null,
                contract.deadlines(),
                contract.endsOn(),
                contract.endsByItself());
    }
}
