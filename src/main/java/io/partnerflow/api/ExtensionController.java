package io.partnerflow.api;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.shared.Money;
import io.partnerflow.subscriptions.Extensions;
import io.partnerflow.subscriptions.Requester;
import io.partnerflow.subscriptions.SubscriptionChanges;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/subscriptions/{number}/extension")
@Tag(name = "Subscriptions")
class ExtensionController {

    private final Extensions extensions;
    private final SubscriptionChanges changes;
    private final CurrentCaller callers;

    ExtensionController(Extensions extensions, SubscriptionChanges changes, CurrentCaller callers) {
        this.extensions = extensions;
        this.changes = changes;
        this.callers = callers;
    }

    @GetMapping
    @Operation(
            summary = "What extending the contract by one step means",
            description =
                    "409 not-extendable where the programme knows no extension, longest-term-reached at the longest "
                            + "contract there is, subscription-ended after the last day.")
    ExtensionPreview consequences(@PathVariable String number) {
        return ExtensionPreview.of(extensions.preview(callers.require().reseller(), number));
    }

    @PostMapping
    @OnlyOnce
    @Operation(
            summary = "Extend a contract that ends by itself by one step",
            description = "At its own rate, without commission, until its last day; several in a row are possible. "
                    + "Reseller and customer get a confirmation.")
    ResponseEntity<ChangeAnswer> extend(@PathVariable String number, @RequestBody Wish wanted) {
        var caller = callers.require().mustBeAbleToOrder();
        var change = extensions.extend(
                caller.reseller(), number, wanted.endsOn(), new Requester(caller.email(), caller.email()));
        return ResponseEntity.created(URI.create("/api/v1/subscriptions/%s/changes/%s".formatted(number, change)))
                .body(ChangeAnswer.of(changes.get(change)));
    }

    @Schema(name = "ExtensionWish")
    record Wish(
            @Schema(
                    description =
                            "First day without the contract, as the preview says: if somebody else has extended it "
                                    + "meanwhile, it is refused with 409 extended-meanwhile. Left out: one step, wherever it leads.")
            @Nullable
            LocalDate endsOn) {}

    @Schema(name = "ExtensionPreview")
    record ExtensionPreview(
            @Schema(description = "First day without the contract after it.")
            LocalDate endsOn,

            @Schema(description = "By how many the contract becomes longer.")
            int months,

            @Schema(description = "How long it is then, from its first day on.")
            int monthsAfter,

            @Schema(description = "How many more are possible after it.")
            int stepsLeft,

            @Schema(description = "The invoices it adds.") List<SubscriptionAnswer.Coming> invoices,

            @Schema(description = "Their sum, without VAT.") Money costs,

            @Schema(description = "Always zero: nothing new is concluded.")
            Money commission) {

        static ExtensionPreview of(Extensions.Preview preview) {
            return new ExtensionPreview(
                    preview.endsOn(),
                    preview.months(),
                    preview.monthsAfter(),
                    preview.stepsLeft(),
                    preview.toPay().stream().map(SubscriptionAnswer.Coming::of).toList(),
                    preview.costs(),
                    preview.commission());
        }
    }
}
