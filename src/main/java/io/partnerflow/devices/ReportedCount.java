package io.partnerflow.devices;

import org.jspecify.annotations.Nullable;

/** One count as somebody sends it, not checked yet; null stands for what was left out. */
public record ReportedCount(@Nullable String type, @Nullable Integer count) {}
