package io.partnerflow.orders;

import java.time.Instant;

/** A milestone and when it was reached. */
public record ReachedMilestone(Milestone milestone, Instant at) {}
