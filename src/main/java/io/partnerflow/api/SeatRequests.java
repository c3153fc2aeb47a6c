package io.partnerflow.api;

import io.partnerflow.subscriptions.Seats;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What callers say when they want a contract changed. */
final class SeatRequests {

    private SeatRequests() {}

    @Schema(name = "SeatLine")
    record Line(
            @Schema(example = "space-monitor-seat") @Nullable
            String product,

            @Schema(description = "1 or more.", example = "5") @Nullable
            Integer quantity) {}

    @Schema(name = "SeatAddition")
    record Addition(
            @Schema(description = "1 to 20, each product once.", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<Line> lines,

            @Schema(description = "The terms that were read and accepted; not needed for an estimate.")
            NewOrder.@Nullable AcceptedTerms acceptedTerms) {

        List<Seats> seats() {
            return of(lines);
        }

        String terms() {
            return acceptedTerms == null ? "" : Objects.requireNonNullElse(acceptedTerms.version(), "");
        }
    }

    @Schema(name = "SeatReduction")
    record Reduction(
            @Schema(description = "How many of each product leave.", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            List<Line> lines,

            @Schema(
                    description =
                            "If it is too late for the coming renewal: take the first one that is possible. Without "
                                    + "it such a request is refused with that date.")
            @Nullable
            Boolean scheduleForNextPossible,

            @Schema(description = "For the vendor; at most 2,000 characters.") @Nullable
            String reason) {

        List<Seats> seats() {
            return of(lines);
        }
    }

    @Schema(name = "Notice")
    record Notice(
            @Schema(
                    description =
                            "First day without the contract, as the preview says; any other day is refused with the "
                                    + "one that is possible. Left out: the first that is possible.")
            @Nullable
            LocalDate endsOn,

            @Schema(description = "For the vendor; at most 2,000 characters.") @Nullable
            String reason) {}

    @Schema(name = "SmallerReduction")
    record Smaller(
            @Schema(description = "How many of each product leave now, at most what was asked for.") @Nullable
            List<Line> lines) {

        List<Seats> seats() {
            return of(lines);
        }
    }

    @Schema(name = "PoReference")
    record Reference(
            @Schema(description = "At most 64 characters; null for none.", maxLength = 64) @Nullable
            String poReference) {}

    private static List<Seats> of(@Nullable List<Line> lines) {
        return lines == null
                ? List.of()
                : lines.stream()
                        .map(line -> new Seats(line.product(), Objects.requireNonNullElse(line.quantity(), 0)))
                        .toList();
    }
}
