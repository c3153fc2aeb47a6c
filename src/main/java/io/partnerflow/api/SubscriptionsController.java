package io.partnerflow.api;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.subscriptions.Subscriptions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/subscriptions")
@Tag(name = "Subscriptions")
class SubscriptionsController {

    private final Subscriptions subscriptions;
    private final CurrentCaller callers;

    SubscriptionsController(Subscriptions subscriptions, CurrentCaller callers) {
        this.subscriptions = subscriptions;
        this.callers = callers;
    }

    @GetMapping
    @Operation(summary = "The reseller's subscriptions, active ones first, newest first")
    Page<SubscriptionAnswer> all(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        return subscriptions
                .of(callers.require().reseller(), new Paging(page, size, null, ""))
                .map(SubscriptionAnswer::of);
    }

    @GetMapping("/{number}")
    @Operation(summary = "One subscription with its running term, prices and deadlines")
    SubscriptionAnswer one(@PathVariable String number) {
        return SubscriptionAnswer.of(subscriptions.get(callers.require().reseller(), number));
    }
}
