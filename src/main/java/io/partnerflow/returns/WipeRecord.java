package io.partnerflow.returns;

import java.time.Instant;

/**
 * One try on one storage medium, also one that failed (WA-9).
 *
 * @param serial of the device
 * @param medium serial number of the storage medium
 * @param operator who did it
 */
public record WipeRecord(
        String serial,
        String medium,
        WipeMethod method,
        String tool,
        String toolVersion,
        boolean passed,
        String operator,
        Instant at) {}
