package io.partnerflow.orders;

import io.partnerflow.shared.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order in a list.
 *
 * @param annualNet null until the order form is in
 * @param toDo what it waits for the reseller to do, what is due first; null if nothing
 */
public record OrderRow(
        String number,
        OrderStatus status,
        String programme,
        UUID customer,
        String customerName,
        int quantity,
        @Nullable Money annualNet,
        Instant startedAt,
        @Nullable ToDo toDo) {

    /**
     * @param what as {@link OrderWait#what}
     * @param due until when; null if nothing is set
     */
    public record ToDo(String what, @Nullable Instant due) {}
}
