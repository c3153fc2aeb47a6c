package io.partnerflow.api;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.debits.Debits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/subscriptions/{number}/debits")
@Tag(name = "Subscriptions")
class DebitsController {

    private final Debits debits;
    private final CurrentCaller callers;

    DebitsController(Debits debits, CurrentCaller callers) {
        this.debits = debits;
        this.callers = callers;
    }

    @GetMapping
    @Operation(
            summary = "What is and was collected for the contract by direct debit",
            description = "Every debit of the term is announced with the first invoice. Accounts are masked.")
    DebitsAnswer all(@PathVariable String number) {
        var caller = callers.require().mustBeAbleToSeeInvoices();
        return debits.of(caller.actingFor(), number)
                .filter(found -> found.mandate().debtor().equals(caller.actingFor())
                        || caller.acting().reseller())
                .map(DebitsAnswer::of)
                .orElseGet(() -> new DebitsAnswer(null, List.of()));
    }
}
