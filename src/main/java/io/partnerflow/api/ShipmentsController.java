package io.partnerflow.api;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.shipping.DamageReports;
import io.partnerflow.shipping.Receipts;
import io.partnerflow.shipping.Shipments;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/shipments")
@Tag(
        name = "Shipments",
        description = "Delivery of rented devices: what is on its way, its receipt, damage on arrival.")
class ShipmentsController {

    private final Shipments shipments;
    private final Receipts receipts;
    private final DamageReports damages;
    private final CurrentCaller callers;

    ShipmentsController(Shipments shipments, Receipts receipts, DamageReports damages, CurrentCaller callers) {
        this.shipments = shipments;
        this.receipts = receipts;
        this.damages = damages;
        this.callers = callers;
    }

    @GetMapping
    @Operation(
            summary = "The reseller's shipments, latest first",
            description = "sort: shippedAt, number or customer; search: number, order, customer, tracking number, "
                    + "serial numbers.")
    Page<ShipmentAnswer> all(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) String sort,
            @RequestParam(defaultValue = "") String search) {
        return shipments
                .of(callers.require().reseller(), new Paging(page, size, sort, search))
                .map(ShipmentAnswer::of);
    }

    @GetMapping("/{number}")
    @Operation(summary = "One shipment with its serial numbers")
    ShipmentAnswer one(@PathVariable String number) {
        return ShipmentAnswer.of(shipments.get(callers.require().reseller(), number));
    }

    @PostMapping("/{number}/receipt")
    @OnlyOnce
    @Operation(
            summary = "Confirm what has arrived, and name what was missing",
            description =
                    "The first word counts, whether it is yours, the customer's or the carrier's. When everything "
                            + "of the order has arrived, the term begins on the day of the last receipt.")
    ResponseEntity<ShipmentAnswer> confirm(
            @PathVariable String number, @RequestBody ShipmentAnswer.NewReceipt receipt) {
        var caller = callers.require().mustBeAbleToOrder();
        return ResponseEntity.ok(ShipmentAnswer.of(receipts.byReseller(caller.reseller(), number, receipt.receipt())));
    }

    @PostMapping("/{number}/damage-reports")
    @OnlyOnce
    @Operation(
            summary = "Report that a device arrived damaged",
            description = "Within the days of the programme after its receipt. The vendor replaces it or says why not; "
                    + "the term goes on.")
    ResponseEntity<ShipmentAnswer.DamageAnswer> damage(
            @PathVariable String number, @RequestBody ShipmentAnswer.NewDamageReport wanted) {
        var caller = callers.require().mustBeAbleToOrder();
        var report = damages.get(
                damages.byReseller(caller.reseller(), number, wanted.serial(), wanted.words(), caller.email()));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/shipments/" + number))
                .body(new ShipmentAnswer.DamageAnswer(
                        report.number(), report.serial(), report.status().name(), report.reason()));
    }
}
