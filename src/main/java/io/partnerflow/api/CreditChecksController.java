package io.partnerflow.api;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.credit.CreditAlternatives;
import io.partnerflow.credit.CreditChecks;
import io.partnerflow.credit.WantedAlternative;
import io.partnerflow.shared.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/orders/{number}")
@Tag(name = "Orders")
class CreditChecksController {

    private final CreditChecks checks;
    private final CreditAlternatives alternatives;
    private final CurrentCaller callers;

    CreditChecksController(CreditChecks checks, CreditAlternatives alternatives, CurrentCaller callers) {
        this.checks = checks;
        this.alternatives = alternatives;
        this.callers = callers;
    }

    @GetMapping("/credit-check")
    @Operation(
            summary = "How far the credit check of the customer is",
            description = "404 while the order has not come to it, or where its programme has none.")
    CreditCheckAnswer one(@PathVariable String number) {
        return checks.of(callers.require().reseller(), number)
                .map(CreditCheckAnswer::of)
                .orElseThrow(() -> new NotFound("credit-check", number));
    }

    @PostMapping("/credit-alternative")
    @OnlyOnce
    @Operation(
            summary = "Choose another way after the credit check was not passed",
            description = "A deposit or a guarantor is decided on by a person; new-offer and given-up end the order.")
    ResponseEntity<CreditCheckAnswer> choose(@PathVariable String number, @RequestBody NewAlternative wanted) {
        var caller = callers.require().mustBeAbleToOrder();
        var check = alternatives.choose(caller.reseller(), number, wanted.wanted(), caller.email());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/orders/%s/credit-check".formatted(number)))
                .body(CreditCheckAnswer.of(check));
    }

    @Schema(name = "NewAlternative")
    record NewAlternative(
            @Schema(description = "deposit, guarantor, new-offer or given-up.") @Nullable
            String kind,

            @Schema(description = "Of the deposit, a plain number in the order's currency.", example = "2500.00")
            @Nullable
            String amount,

            @Schema(description = "Of the guarantor.") @Nullable
            String name,

            @Schema(description = "Of the guarantor, in the customer's country.") @Nullable
            String registrationNumber) {

        WantedAlternative wanted() {
            return new WantedAlternative(kind, amount, name, registrationNumber);
        }
    }
}
