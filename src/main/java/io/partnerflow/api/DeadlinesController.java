package io.partnerflow.api;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.deadlines.Deadline;
import io.partnerflow.deadlines.DeadlineFilter;
import io.partnerflow.deadlines.Deadlines;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/deadlines")
@Tag(name = "Deadlines")
class DeadlinesController {

    private static final int FARTHEST = 36_500;

    private final Deadlines deadlines;
    private final CurrentCaller callers;
    private final VendorCalendar calendar;

    DeadlinesController(Deadlines deadlines, CurrentCaller callers, VendorCalendar calendar) {
        this.deadlines = deadlines;
        this.callers = callers;
        this.calendar = calendar;
    }

    @GetMapping
    @Operation(
            summary = "What ends, renews or can still be done until when, the earliest first",
            description = "Of the reseller's contracts, trials and offers, from today on. Sort by day, customer or "
                    + "programme; search looks into names of customers and numbers.")
    Page<DeadlineAnswer> all(
            @RequestParam(required = false) @Nullable Integer within,
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(required = false) Deadline.@Nullable Kind kind,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "") String search) {
        if (within != null && (within < 0 || within > FARTHEST)) {
            throw Invalid.field("within", "out-of-range", null, 0, FARTHEST);
        }
        var today = calendar.today();
        var filter = new DeadlineFilter(today, within == null ? null : today.plusDays(within + 1L), programme, kind);
        return deadlines
                .of(callers.require().reseller(), filter, new Paging(page, size, sort, search))
                .map(DeadlineAnswer::of);
    }

    @Schema(name = "Deadline", description = "A day a reseller has to think of.")
    record DeadlineAnswer(
            Deadline.Kind kind,

            @Schema(description = "The last day on which it can be done or is there; of a renewal its first day.")
            LocalDate day,

            @Schema(description = "The contract, trial or offer.", example = "SU-2026-000001")
            String subject,

            UUID customerId,
            String customerName,
            String programme,

            @Schema(
                    description = "The offer that follows a contract that ends; absent if there is none.",
                    example = "OF-2026-000001")
            @Nullable
            String followedBy) {

        static DeadlineAnswer of(Deadline deadline) {
            return new DeadlineAnswer(
                    deadline.kind(),
                    deadline.day(),
                    deadline.subject(),
                    deadline.customer(),
                    deadline.customerName(),
                    deadline.programme(),
                    deadline.followedBy());
        }
    }
}
