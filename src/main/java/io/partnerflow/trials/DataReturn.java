package io.partnerflow.trials;

import io.partnerflow.shared.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One property on its way back.
 *
 * @param property its id in the account
 * @param product what is charged for, by its code in the catalogue
 * @param price accepted with the request, net
 * @param movedAt null while it has not been moved
 * @param invoice number, null while it stands on none
 */
public record DataReturn(
        String property,
        String propertyName,
        String product,
        Money price,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant movedAt,
        @Nullable String invoice) {}
