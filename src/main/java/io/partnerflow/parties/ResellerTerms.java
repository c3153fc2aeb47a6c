package io.partnerflow.parties;

import io.partnerflow.shared.Percentage;
import java.time.Instant;
import java.util.UUID;

/**
 * What a reseller has agreed on for one programme.
 *
 * @param active whether it may sell now
 */
public record ResellerTerms(
        UUID reseller, String programme, boolean active, String tier, Percentage partnerDiscount, Instant since) {}
