package io.partnerflow.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a device.
 *
 * @param status in which it has been since
 * @param by     who was logged in; the house itself where a process or the clock acted
 * @param about  number of the shipment, return or case; null if it has none
 * @param words  why, as somebody wrote it; null if nobody did
 */
public record DeviceEvent(
        DeviceStatus status,
        Instant at,
        String by,
        @Nullable String about,
        @Nullable String words) {}
