package io.partnerflow.api;

import io.partnerflow.returns.ReturnFee;
import io.partnerflow.returns.ReturnFile;
import io.partnerflow.returns.ReturnSummary;
import io.partnerflow.returns.ReturnedDevice;
import io.partnerflow.returns.WipeRecord;
import io.partnerflow.shared.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "Return")
record ReturnAnswer(
        @Schema(example = "RE-2026-000001") String number,
        @Schema(example = "SU-2026-000001") String subscription,

        @Schema(description = "Organisation that has the devices.")
        UUID customerId,

        @Schema(description = "`contract`: everything at its end; `devices`: single ones before.", example = "contract")
        String kind,

        @Schema(description = "`direct` or `via-reseller`.", example = "direct")
        String way,

        @Schema(description = "Why single devices come back.") @Nullable
        String reason,

        @Schema(description = "`open` or `completed`.", example = "open")
        String status,

        @Schema(description = "Last day for the devices to arrive.")
        LocalDate dueOn,

        @Schema(description = "When every device had its end.") @Nullable
        Instant completedAt,

        List<Device> devices,
        List<Fee> fees,

        @Schema(description = "Whether there is a certificate of data erasure.")
        boolean certified) {

    static ReturnAnswer of(ReturnFile file) {
        var head = file.head();
        return new ReturnAnswer(
                head.number(),
                head.subscription(),
                head.customer(),
                code(head.kind()),
                head.way().code(),
                head.reason(),
                head.open() ? "open" : "completed",
                head.dueOn(),
                head.completedAt(),
                file.devices().stream()
                        .map(device -> Device.of(device, file.wipesOf(device)))
                        .toList(),
                file.fees().stream().map(Fee::of).toList(),
                file.certificate() != null);
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Schema(name = "ReturnedDevice")
    record Device(
            @Schema(example = "5CG1234ABC") String serial,
            @Schema(example = "laptop-14") String product,

            @Schema(
                    description = "`announced`, `received`, `locked`, `inspected`, `wiped` or `ended`.",
                    example = "wiped")
            String state,

            @Schema(description = "When it arrived.") @Nullable
            Instant receivedAt,

            @Schema(description = "`good`, `damaged-minor` or `damaged-major`; null before somebody has looked.")
            @Nullable
            String condition,

            @Schema(description = "Last day to unlock it.") @Nullable
            LocalDate unlockUntil,

            @Schema(description = "`refurbished`, `recycled` or `lost`; null while it has no end.") @Nullable
            String endedAs,

            @Schema(description = "How many storage media are in it.", example = "1")
            int media,

            @Schema(description = "Every try on its storage media, oldest first.")
            List<Wipe> wipes) {

        static Device of(ReturnedDevice device, List<WipeRecord> wipes) {
            var seen = device.inspection();
            var end = device.endedAs();
            return new Device(
                    device.serial(),
                    device.product(),
                    code(device.state()),
                    device.receivedAt(),
                    seen == null ? null : code(seen.condition()),
                    device.unlockUntil(),
                    end == null ? null : code(end),
                    device.media(),
                    wipes.stream().map(Wipe::of).toList());
        }
    }

    @Schema(name = "WipeRecord")
    record Wipe(
            @Schema(description = "Serial number of the storage medium.")
            String medium,

            @Schema(example = "nist-purge-crypto") String method,

            @Schema(example = "NIST SP 800-88 Rev. 1") String standard,
            String tool,
            String toolVersion,
            boolean passed,
            Instant at) {

        static Wipe of(WipeRecord wipe) {
            return new Wipe(
                    wipe.medium(),
                    wipe.method().code(),
                    wipe.method().standard(),
                    wipe.tool(),
                    wipe.toolVersion(),
                    wipe.passed(),
                    wipe.at());
        }
    }

    @Schema(name = "ReturnFee")
    record Fee(
            String serial,

            @Schema(
                    description = "`damaged-minor`, `damaged-major`, `locked`, `missing-parts` or `lost`.",
                    example = "locked")
            String finding,

            @Schema(description = "Net, charged to the customer.")
            Money amount,

            LocalDate chargedOn,

            @Schema(description = "Whether it was taken back because the device came after all.")
            boolean credited) {

        static Fee of(ReturnFee fee) {
            return new Fee(fee.serial(), code(fee.finding()), fee.amount(), fee.chargedOn(), fee.credit() != null);
        }
    }

    @Schema(name = "ReturnSummary")
    record Summary(
            @Schema(example = "RE-2026-000001") String number,
            @Schema(example = "SU-2026-000001") String subscription,
            UUID customerId,
            String customerName,

            @Schema(description = "`open` or `completed`.", example = "open")
            String status,

            LocalDate dueOn,
            @Schema(example = "3") int devices,
            @Schema(example = "2") int arrived,
            @Schema(example = "1") int ended) {

        static Summary of(ReturnSummary one) {
            var head = one.head();
            return new Summary(
                    head.number(),
                    head.subscription(),
                    head.customer(),
                    one.customerName(),
                    head.open() ? "open" : "completed",
                    head.dueOn(),
                    one.devices(),
                    one.arrived(),
                    one.ended());
        }
    }
}
