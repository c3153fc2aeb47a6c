package io.partnerflow.api;

import io.partnerflow.offers.Acceptance;
import io.partnerflow.offers.CustomerOffers;
import io.partnerflow.shared.Invalid;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/offers/accept/{token}")
@SecurityRequirements
@Tag(
        name = "Offers",
        description =
                "Under /offers/accept a customer answers without a log-in; the token is the last part of the link in "
                        + "the letter about the offer.")
class OfferAcceptanceController {

    private final CustomerOffers offers;

    OfferAcceptanceController(CustomerOffers offers) {
        this.offers = offers;
    }

    @GetMapping
    @Operation(summary = "The offer as its customer sees it", description = "Looking changes nothing.")
    CustomerOfferAnswer look(@PathVariable String token) {
        return CustomerOfferAnswer.of(offers.look(token));
    }

    @PostMapping
    @OnlyOnce
    @Operation(
            summary = "Accept the offer, ask something, or decline it",
            description = "Accepting makes the order and the mandate at once; a second time gives the same order.")
    ResponseEntity<CustomerOfferAnswer> answer(@PathVariable String token, @RequestBody CustomerReply reply) {
        switch (Objects.requireNonNullElse(reply.kind(), "")) {
            case "accept" -> offers.accept(token, reply.acceptance());
            case "question" -> offers.ask(token, reply.name(), reply.question());
            case "decline" -> offers.decline(token, reply.reason());
            default ->
                throw new Invalid(new Invalid.Collector()
                        .reject("kind", "reply-kind", reply.kind(), "accept, question, decline")
                        .fields());
        }
        return ResponseEntity.ok(CustomerOfferAnswer.of(offers.look(token)));
    }

    @Schema(name = "CustomerReply")
    record CustomerReply(
            @Schema(description = "accept, question or decline.", example = "accept") @Nullable
            String kind,

            @Schema(description = "Who signs the contract, or who asks.") @Nullable
            String name,

            @Schema(description = "To accept: where the contract to sign is sent.") @Nullable
            String email,

            @Schema(description = "To accept: of the account the rates are debited from.") @Nullable
            String accountHolder,

            @Schema(description = "To accept.", example = "DE89370400440532013000") @Nullable
            String iban,

            @Schema(description = "May be left out.") @Nullable
            String bic,

            @Schema(description = "To accept.") NewOrder.@Nullable AcceptedTerms acceptedTerms,

            @Schema(description = "To ask: 1 to 2,000 characters.") @Nullable
            String question,

            @Schema(description = "To decline; may be left out.") @Nullable
            String reason) {

        Acceptance acceptance() {
            return new Acceptance(
                    name, email, accountHolder, iban, bic, acceptedTerms == null ? null : acceptedTerms.version());
        }

        /** Without the account's number, so that no log has it. */
        @Override
        public String toString() {
            return "CustomerReply[%s]".formatted(kind);
        }
    }
}
