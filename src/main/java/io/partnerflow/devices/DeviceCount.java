package io.partnerflow.devices;

import java.time.Instant;

/**
 * How many devices of a type stand at a customer.
 *
 * @param type code, such as {@code air-monitor}
 * @param devices 0 or more
 * @param countedAt when that was so
 */
public record DeviceCount(String type, int devices, Instant countedAt) {}
