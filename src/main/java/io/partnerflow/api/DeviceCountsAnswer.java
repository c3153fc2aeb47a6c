package io.partnerflow.api;

import io.partnerflow.devices.CountReceipt;
import io.partnerflow.devices.DeviceCount;
import io.partnerflow.devices.ReportedCount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Schema(name = "DeviceCounts", description = "What became of each reported count, and how seats cover devices now.")
record DeviceCountsAnswer(List<Receipt> receipts, CoverageAnswer coverage) {

    static DeviceCountsAnswer of(List<CountReceipt> receipts, CoverageAnswer coverage) {
        return new DeviceCountsAnswer(receipts.stream().map(Receipt::of).toList(), coverage);
    }

    @Schema(name = "DeviceCountReceipt")
    record Receipt(
            @Schema(example = "air-monitor") String type,

            @Schema(
                    description =
                            "TAKEN: it counts from now on. KNOWN: it was known already. OLDER: a later count is known, so it was left aside.",
                    example = "TAKEN")
            String outcome,

            @Schema(description = "The count that stands now.", example = "12")
            int count,

            @Schema(description = "When that was counted.") Instant countedAt) {

        static Receipt of(CountReceipt receipt) {
            DeviceCount current = receipt.current();
            return new Receipt(current.type(), receipt.outcome().name(), current.devices(), current.countedAt());
        }
    }

    @Schema(
            name = "ReportedDeviceCounts",
            description = "How many devices stand at the customer. Types that are left out keep what they had.")
    record Wanted(
            @Schema(description = "At least one, each type once.") @Nullable
            List<@Nullable Count> devices,

            @Schema(description = "When all of them were counted.", example = "2026-11-22T06:00:00Z") @Nullable
            Instant countedAt) {

        List<ReportedCount> reported() {
            return Stream.ofNullable(devices)
                    .flatMap(List::stream)
                    .map(one ->
                            one == null ? new ReportedCount(null, null) : new ReportedCount(one.type(), one.count()))
                    .toList();
        }
    }

    @Schema(name = "ReportedDeviceCount")
    record Count(
            @Schema(description = "A type the vendor has seats for.", example = "air-monitor") @Nullable
            String type,

            @Schema(description = "0 to 1,000,000.", example = "12") @Nullable
            Integer count) {}
}
