package io.partnerflow.api;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.offers.OfferDispatch;
import io.partnerflow.offers.OfferList;
import io.partnerflow.offers.OfferManagement;
import io.partnerflow.offers.OfferStarts;
import io.partnerflow.offers.Offers;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/offers")
@Tag(name = "Offers")
class OffersController {

    private final OfferManagement management;
    private final OfferDispatch dispatch;
    private final OfferStarts starts;
    private final OfferList list;
    private final Offers offers;
    private final CurrentCaller callers;

    OffersController(
            OfferManagement management,
            OfferDispatch dispatch,
            OfferStarts starts,
            OfferList list,
            Offers offers,
            CurrentCaller callers) {
        this.management = management;
        this.dispatch = dispatch;
        this.starts = starts;
        this.list = list;
        this.offers = offers;
        this.callers = callers;
    }

    @PostMapping
    @OnlyOnce
    @Operation(
            summary = "Put an offer together",
            description =
                    "A draft, priced by today's list; the customer knows nothing of it until it is sent. With follows "
                            + "or alternativeTo and without lines it begins with the old bundle.")
    ResponseEntity<OfferAnswer> create(@RequestBody NewOffer wanted) {
        var caller = callers.require().mustBeAbleToOrder();
        var number = management.create(wanted.wanted(caller, starts));
        return ResponseEntity.created(URI.create("/api/v1/offers/" + number)).body(answer(caller.reseller(), number));
    }

    @GetMapping
    @Operation(
            summary = "The reseller's offers, latest first",
            description = "Sorts by createdAt, validUntil or customer; searches number and customer.")
    Page<OfferAnswer.Summary> all(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "") String search) {
        return list.of(callers.require().reseller(), status, new Paging(page, size, sort, search))
                .map(OfferAnswer.Summary::of);
    }

    @GetMapping("/{number}")
    @Edited
    @Operation(summary = "One offer: the bundle, what it costs and earns, what was asked")
    OfferAnswer one(@PathVariable String number) {
        return answer(callers.require().reseller(), number);
    }

    @PutMapping("/{number}")
    @IfUnchanged(of = OffersController.class)
    @Operation(
            summary = "Change the draft",
            description =
                    "Of an offer that was sent this begins the next version; what was sent stays as it is until the next "
                            + "version is sent. Programme, customer and origin are the offer's own.")
    OfferAnswer change(@PathVariable String number, @RequestBody NewOffer wanted) {
        var caller = callers.require().mustBeAbleToOrder();
        management.change(number, wanted.wanted(caller, starts));
        return OfferAnswer.of(offers.draft(caller.reseller(), number), offers.questions(caller.reseller(), number));
    }

    @PostMapping("/{number}/sending")
    @OnlyOnce
    @Operation(
            summary = "Send the draft to the customer",
            description = "With a link that needs no log-in. From now on this version does not change; 409 "
                    + "offer-price-changed if it would cost or earn something else than when it was saved.")
    ResponseEntity<OfferAnswer> send(@PathVariable String number) {
        var reseller = callers.require().mustBeAbleToOrder().reseller();
        dispatch.send(reseller, number);
        return accepted(reseller, number);
    }

    @PostMapping("/{number}/answers")
    @OnlyOnce
    @Operation(summary = "Answer what the customer has asked")
    ResponseEntity<OfferAnswer> answer(@PathVariable String number, @RequestBody NewAnswer wanted) {
        var caller = callers.require().mustBeAbleToOrder();
        dispatch.answer(caller.reseller(), number, wanted.question(), wanted.answer(), caller.email());
        return accepted(caller.reseller(), number);
    }

    @PostMapping("/{number}/withdrawal")
    @OnlyOnce
    @Operation(summary = "Take an offer back that waits for the customer, who is told")
    ResponseEntity<OfferAnswer> withdraw(@PathVariable String number, @RequestBody OfferWithdrawal wanted) {
        var reseller = callers.require().mustBeAbleToOrder().reseller();
        dispatch.withdraw(reseller, number, wanted.reason());
        return accepted(reseller, number);
    }

    private ResponseEntity<OfferAnswer> accepted(UUID reseller, String number) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/offers/" + number))
                .body(answer(reseller, number));
    }

    private OfferAnswer answer(UUID reseller, String number) {
        return OfferAnswer.of(offers.get(reseller, number), offers.questions(reseller, number));
    }

    @Schema(name = "NewOfferAnswer")
    record NewAnswer(
            @Schema(description = "Its number, from 1.", example = "1")
            int question,

            @Schema(description = "1 to 2,000 characters.") @Nullable
            String answer) {}

    @Schema(name = "OfferWithdrawal")
    record OfferWithdrawal(
            @Schema(description = "For the customer; may be left out.") @Nullable
            String reason) {}
}
