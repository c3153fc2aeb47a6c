package io.partnerflow.api;

import io.partnerflow.access.ApiScopes;
import io.partnerflow.access.Caller;
import io.partnerflow.access.CurrentCaller;
import io.partnerflow.events.Event;
import io.partnerflow.events.Events;
import io.partnerflow.shared.Invalid;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Events", description = "The journal of what happened, to be read on from where one has stopped.")
class EventsController {

    private static final Set<String> MONEY = Set.of("invoices", "statements");

    private final Events events;
    private final CurrentCaller callers;

    EventsController(Events events, CurrentCaller callers) {
        this.events = events;
        this.callers = callers;
    }

    @GetMapping("/api/v1/events")
    @Operation(
            summary = "What happened after a place in the journal, oldest first",
            description =
                    "Begin without after, or with after=latest to hear only of what is still to come, and go on with "
                            + "next. Nothing is ever missed or told twice. An event says what happened to which number; "
                            + "read the rest at href. What the caller may not read is not told.")
    EventsAnswer after(@RequestParam(defaultValue = "0") String after, @RequestParam(defaultValue = "100") int size) {
        var caller = callers.require();
        if ("latest".equals(after)) {
            return new EventsAnswer(List.of(), Long.toString(events.latest(caller.actingFor())), false);
        }
        var from = position(after);
        var found = events.after(caller.actingFor(), areas(caller), from, size);
        var next = found.isEmpty() ? from : found.get(found.size() - 1).position();
        return new EventsAnswer(
                found.stream().map(EventAnswer::of).toList(), Long.toString(next), found.size() == size);
    }

    private Set<String> areas(Caller caller) {
        return ApiScopes.AREAS.stream()
                .filter(area -> !callers.lacks(area + ":read"))
                .filter(area -> !MONEY.contains(area) || caller.acting().role().mayBill())
                .collect(Collectors.toSet());
    }

    private static long position(String after) {
        if (!after.matches("\\d{1,18}")) {
            throw new Invalid(new Invalid.Collector()
                    .reject("after", "event-position", after)
                    .fields());
        }
        return Long.parseLong(after);
    }

    @Schema(name = "Events")
    record EventsAnswer(
            List<EventAnswer> items,

            @Schema(description = "For after of the next call; keep it.", example = "48211")
            String next,

            @Schema(description = "Whether more may be there already.")
            boolean more) {}

    @Schema(name = "Event")
    record EventAnswer(
            @Schema(description = "The same here and in webhooks.")
            UUID id,

            @Schema(example = "order.completed") String type,
            Instant timestamp,

            @Schema(description = "What it happened to.", example = "OR-2026-000001")
            String number,

            @Schema(description = "Where to read the rest.", example = "/api/v1/orders/OR-2026-000001")
            String href) {

        static EventAnswer of(Event event) {
            return new EventAnswer(
                    event.id(),
                    event.type(),
                    event.at(),
                    event.number(),
                    "/api/v1/%s/%s".formatted(event.area(), event.number()));
        }
    }
}
