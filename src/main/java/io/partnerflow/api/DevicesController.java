package io.partnerflow.api;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.customers.Customers;
import io.partnerflow.devices.DeviceCounts;
import io.partnerflow.devices.SeatCoverages;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organisations/{id}/devices")
@Tag(name = "Organisations")
class DevicesController {

    private final DeviceCounts counts;
    private final SeatCoverages coverages;
    private final Customers customers;
    private final CurrentCaller callers;

    DevicesController(DeviceCounts counts, SeatCoverages coverages, Customers customers, CurrentCaller callers) {
        this.counts = counts;
        this.coverages = coverages;
        this.customers = customers;
        this.callers = callers;
    }

    @GetMapping
    @Operation(summary = "The devices that stand at a customer, and whether seats cover them")
    CoverageAnswer one(@PathVariable UUID id) {
        var customer = customers.get(callers.require().reseller(), id);
        return CoverageAnswer.of(coverages.of(customer.id()));
    }

    @PutMapping
    @Operation(
            summary = "Say how many devices stand at a customer",
            description = "The same counts again change nothing, and counts older than those that are known are left "
                    + "aside; the answer says so for each type. Where seats are missing, the reseller is told and has "
                    + "time before the account is limited; where they are not missing any more, the full plan is back "
                    + "at once.")
    DeviceCountsAnswer report(@PathVariable UUID id, @RequestBody DeviceCountsAnswer.Wanted wanted) {
        var caller = callers.require().mustBeAbleToOrder();
        var receipts = counts.report(caller.reseller(), id, wanted.reported(), wanted.countedAt(), caller.email());
        return DeviceCountsAnswer.of(receipts, CoverageAnswer.of(coverages.of(id)));
    }
}
