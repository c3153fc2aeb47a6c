package io.partnerflow.api;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.subscriptions.ComingInvoices;
import io.partnerflow.subscriptions.CustomerContracts;
import io.partnerflow.subscriptions.SubscriptionChanges;
import io.partnerflow.subscriptions.SubscriptionView;
import io.partnerflow.subscriptions.Subscriptions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
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
    private final SubscriptionChanges changes;
    private final ComingInvoices coming;
    private final CustomerContracts own;
    private final CurrentCaller callers;

    SubscriptionsController(
            Subscriptions subscriptions,
            SubscriptionChanges changes,
            ComingInvoices coming,
            CustomerContracts own,
            CurrentCaller callers) {
        this.subscriptions = subscriptions;
        this.changes = changes;
        this.coming = coming;
        this.own = own;
        this.callers = callers;
    }

    @GetMapping
    @Operation(
            summary = "The organisation's subscriptions, active ones first, newest first",
            description = "Those a reseller has sold; for any other organisation those it is invoiced for.")
    Page<SubscriptionAnswer> all(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        var found = found(new Paging(page, size, null, ""));
        var states = changes.states(found.items());
        return found.map(one -> SubscriptionAnswer.of(one, states.get(one.number())));
    }

    private Page<SubscriptionView> found(Paging paging) {
        var caller = callers.require();
        return caller.acting().reseller()
                ? subscriptions.of(caller.actingFor(), paging)
                : page(
                        subscriptions.ofCustomer(caller.actingFor()).stream()
                                .filter(one -> own.showsPricesTo(caller.actingFor(), one))
                                .toList(),
                        paging);
    }

    private static Page<SubscriptionView> page(List<SubscriptionView> all, Paging paging) {
        var items = all.stream().skip(paging.offset()).limit(paging.size()).toList();
        return new Page<>(items, paging.page(), paging.size(), all.size());
    }

    /** What a reseller pays is not for its customer, which sees such a contract under /contracts. */
    private SubscriptionView visible(String number) {
        var organisation = callers.require().actingFor();
        var subscription = subscriptions.get(organisation, number);
        if (!subscription.reseller().equals(organisation) && !own.showsPricesTo(organisation, subscription)) {
            throw new NotFound("subscription", number);
        }
        return subscription;
    }

    @GetMapping("/{number}")
    @Edited
    @Operation(
            summary = "One subscription",
            description =
                    "With its running term, seats by product, coming invoices, deadlines and scheduled changes. Its "
                            + "customer sees it as well if it is invoiced itself; see /contracts.")
    SubscriptionAnswer one(@PathVariable String number) {
        var subscription = visible(number);
        return SubscriptionAnswer.of(
                subscription,
                changes.state(subscription),
                subscription.active() ? coming.of(subscription) : List.of(),
                changes.scheduled(number));
    }

    @GetMapping("/{number}/changes")
    @Operation(summary = "Everything asked for during the life of the contract, latest first")
    List<ChangeAnswer> changes(@PathVariable String number) {
        visible(number);
        return changes.of(number).stream().map(ChangeAnswer::of).toList();
    }
}
