package io.partnerflow.inventory;

import io.partnerflow.shared.Paging;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which devices of a reseller are wanted.
 *
 * @param paging   sorts by {@code since}, {@code serial}, {@code product} or {@code customer}; searches serial number,
 *                 product, customer and order
 * @param status   null for every state
 * @param customer null for every customer
 */
public record DeviceSearch(
        Paging paging,
        @Nullable DeviceStatus status,
        @Nullable UUID customer) {}
