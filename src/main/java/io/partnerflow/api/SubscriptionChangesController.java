package io.partnerflow.api;

import io.partnerflow.access.Caller;
import io.partnerflow.access.CurrentCaller;
import io.partnerflow.subscriptions.Cancellations;
import io.partnerflow.subscriptions.PoReferences;
import io.partnerflow.subscriptions.Requester;
import io.partnerflow.subscriptions.ScheduledChanges;
import io.partnerflow.subscriptions.SeatAdditions;
import io.partnerflow.subscriptions.SeatReductions;
import io.partnerflow.subscriptions.SubscriptionChanges;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/subscriptions/{number}")
@Tag(name = "Subscriptions")
class SubscriptionChangesController {

    private final SeatAdditions additions;
    private final SeatReductions reductions;
    private final Cancellations cancellations;
    private final PoReferences references;
    private final ScheduledChanges scheduled;
    private final SubscriptionChanges changes;
    private final CurrentCaller callers;
    private final MessageSource messages;

    SubscriptionChangesController(
            SeatAdditions additions,
            SeatReductions reductions,
            Cancellations cancellations,
            PoReferences references,
            ScheduledChanges scheduled,
            SubscriptionChanges changes,
            CurrentCaller callers,
            MessageSource messages) {
        this.additions = additions;
        this.reductions = reductions;
        this.cancellations = cancellations;
        this.references = references;
        this.scheduled = scheduled;
        this.changes = changes;
        this.callers = callers;
        this.messages = messages;
    }

    @PostMapping("/seat-additions/estimate")
    @Operation(summary = "What adding seats today costs", description = "Nothing is stored.")
    AdditionEstimateAnswer estimate(@PathVariable String number, @RequestBody SeatRequests.Addition wanted) {
        return AdditionEstimateAnswer.of(additions.preview(callers.require().reseller(), number, wanted.seats()));
    }

    @PostMapping("/seat-additions")
    @OnlyOnce
    @Operation(
            summary = "Add seats",
            description =
                    "At the contract's own prices, from today on. The rest of the running billing period is invoiced "
                            + "at once; the dates of all other invoices stay.")
    ResponseEntity<ChangeAnswer> add(@PathVariable String number, @RequestBody SeatRequests.Addition wanted) {
        var caller = callers.require().mustBeAbleToOrder();
        return answer(
                HttpStatus.CREATED,
                number,
                additions.add(caller.reseller(), number, wanted.seats(), wanted.terms(), requester(caller)));
    }

    @PostMapping("/seat-reductions")
    @OnlyOnce
    @Operation(
            summary = "Ask for fewer seats from the renewal on",
            description =
                    "The vendor decides. Too close to the renewal it is refused with 409 reduction-window-closed and "
                            + "the next possible date, unless scheduleForNextPossible says to take that. Nothing is paid back.")
    ResponseEntity<ChangeAnswer> reduce(@PathVariable String number, @RequestBody SeatRequests.Reduction wanted) {
        var caller = callers.require().mustBeAbleToOrder();
        return answer(
                HttpStatus.ACCEPTED,
                number,
                reductions.request(
                        caller.reseller(),
                        number,
                        wanted.seats(),
                        Boolean.TRUE.equals(wanted.scheduleForNextPossible()),
                        wanted.reason(),
                        requester(caller)));
    }

    @GetMapping("/cancellation")
    @Operation(summary = "What a notice received today means: last day, what is still to pay, next possible date")
    CancellationAnswer consequences(@PathVariable String number, Locale language) {
        return CancellationAnswer.of(cancellations.preview(callers.require().reseller(), number), messages, language);
    }

    @PostMapping("/cancellation")
    @OnlyOnce
    @Operation(
            summary = "Give notice",
            description =
                    "The day it is received counts. The vendor confirms it; until its last day it can be taken back.")
    ResponseEntity<ChangeAnswer> cancel(@PathVariable String number, @RequestBody SeatRequests.Notice wanted) {
        var caller = callers.require().mustBeAbleToOrder();
        return answer(
                HttpStatus.ACCEPTED,
                number,
                cancellations.request(caller.reseller(), number, wanted.endsOn(), wanted.reason(), requester(caller)));
    }

    @PutMapping("/po-reference")
    @IfUnchanged(of = SubscriptionsController.class)
    @Operation(
            summary = "Change the purchase-order reference",
            description =
                    "At any time, for documents from now on. Issued ones keep theirs. The same again changes nothing, "
                            + "so it needs no Idempotency-Key.")
    ResponseEntity<Void> refer(@PathVariable String number, @RequestBody SeatRequests.Reference wanted) {
        var caller = callers.require().mustBeAbleToOrder();
        references.change(caller.reseller(), number, wanted.poReference(), requester(caller));
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/changes/{change}")
    @Operation(summary = "One change")
    ChangeAnswer one(@PathVariable String number, @PathVariable String change) {
        return ChangeAnswer.of(changes.get(callers.require().reseller(), change));
    }

    @PatchMapping("/changes/{change}")
    @Operation(
            summary = "Let fewer seats leave than was asked for",
            description = "As long as it is not effective. For more, ask again. The same again changes nothing.")
    ChangeAnswer reduceLess(
            @PathVariable String number, @PathVariable String change, @RequestBody SeatRequests.Smaller wanted) {
        var caller = callers.require().mustBeAbleToOrder();
        scheduled.reduceLess(caller.reseller(), number, change, wanted.seats());
        return ChangeAnswer.of(changes.get(change));
    }

    @DeleteMapping("/changes/{change}")
    @Operation(summary = "Take a request back, decided or not, as long as it is not effective")
    ChangeAnswer withdraw(@PathVariable String number, @PathVariable String change) {
        var caller = callers.require().mustBeAbleToOrder();
        scheduled.withdraw(caller.reseller(), number, change);
        return ChangeAnswer.of(changes.get(change));
    }

    private ResponseEntity<ChangeAnswer> answer(HttpStatus status, String number, String change) {
        return ResponseEntity.status(status)
                .location(URI.create("/api/v1/subscriptions/%s/changes/%s".formatted(number, change)))
                .body(ChangeAnswer.of(changes.get(change)));
    }

    private static Requester requester(Caller caller) {
        return new Requester(caller.email(), caller.email());
    }
}
