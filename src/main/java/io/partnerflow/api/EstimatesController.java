package io.partnerflow.api;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.orders.Estimates;
import io.partnerflow.orders.OrderFields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Orders")
class EstimatesController {

    private final Estimates estimates;
    private final OrderAnswers answers;
    private final CurrentCaller callers;

    EstimatesController(Estimates estimates, OrderAnswers answers, CurrentCaller callers) {
        this.estimates = estimates;
        this.answers = answers;
        this.callers = callers;
    }

    @PostMapping("/api/v1/estimates")
    @Operation(
            summary = "The price of a would-be order",
            description = "By today's price list and the caller's discounts, from the same functions the invoices come "
                    + "from. Nothing is stored, so no Idempotency-Key is needed.")
    EstimateAnswer estimate(@RequestBody NewEstimate wanted, Locale language) {
        return answers.estimate(estimates.of(wanted.wanted(callers.require()), OrderFields.API), language);
    }
}
