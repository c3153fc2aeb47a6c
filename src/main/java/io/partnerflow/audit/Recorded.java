package io.partnerflow.audit;

import java.time.Instant;

/** Something was recorded; published in the transaction that recorded it. */
public record Recorded(Instant at, String action, String subject) {}
