package io.partnerflow.orders;

import io.partnerflow.shared.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order in a list.
 *
 * @param annualNet null until the order form is in
 */
public record OrderRow(
        String number,
        OrderStatus status,
        UUID customer,
        String customerName,
        int quantity,
        @Nullable Money annualNet,
        Instant startedAt) {}
