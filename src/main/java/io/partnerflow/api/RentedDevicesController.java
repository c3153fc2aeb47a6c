package io.partnerflow.api;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.inventory.DeviceEvent;
import io.partnerflow.inventory.DeviceSearch;
import io.partnerflow.inventory.DeviceStatus;
import io.partnerflow.inventory.Inventory;
import io.partnerflow.inventory.InventoryDevice;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/devices")
@Tag(name = "Devices", description = "Rented devices by serial number.")
class RentedDevicesController {

    private final Inventory inventory;
    private final CurrentCaller callers;

    RentedDevicesController(Inventory inventory, CurrentCaller callers) {
        this.inventory = inventory;
        this.callers = callers;
    }

    @Schema(name = "RentedDevice")
    record DeviceAnswer(
            UUID id,
            @Schema(example = "OR-2026-000001") String order,
            @Schema(example = "laptop-14") String product,
            String productName,

            @Schema(description = "Null until it is shipped.", example = "5CG1234ABC") @Nullable
            String serial,

            UUID organisationId,
            String organisation,

            @Schema(
                    description =
                            "ordered, shipped, delivered, in-use, return-announced, in-transit, received, inspected, "
                                    + "wiped, refurbished, recycled, damaged, lost, locked or cancelled.",
                    example = "in-use")
            String status,

            Instant since,

            @Schema(description = "How many data carriers are wiped when it comes back.")
            int storageMedia,

            @Schema(description = "The device it was sent instead of.") @Nullable
            UUID replaces,

            @Schema(description = "What has happened to it, oldest first; null in lists.") @Nullable
            List<Event> history) {

        static DeviceAnswer of(InventoryDevice device, @Nullable List<DeviceEvent> history) {
            return new DeviceAnswer(
                    device.id(),
                    device.order(),
                    device.product(),
                    device.productName(),
                    device.serial(),
                    device.customer(),
                    device.customerName(),
                    device.status().code(),
                    device.since(),
                    device.storageMedia(),
                    device.replaces(),
                    history == null ? null : history.stream().map(Event::of).toList());
        }
    }

    @Schema(name = "DeviceEvent")
    record Event(
            String status,
            Instant at,

            @Schema(description = "Number of the shipment, return or case.") @Nullable
            String about,

            @Nullable String words) {

        static Event of(DeviceEvent event) {
            return new Event(event.status().code(), event.at(), event.about(), event.words());
        }
    }

    @GetMapping
    @Operation(
            summary = "The rented devices of the reseller's customers",
            description = "sort: since, serial, product or customer; search: serial number, product, customer, order.")
    Page<DeviceAnswer> all(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) String sort,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(required = false) String status,
            @RequestParam(required = false) UUID organisationId) {
        var wanted = new DeviceSearch(new Paging(page, size, sort, search), state(status), organisationId);
        return inventory.of(callers.require().reseller(), wanted).map(device -> DeviceAnswer.of(device, null));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One device with its history")
    DeviceAnswer one(@PathVariable UUID id) {
        var device = inventory.get(callers.require().reseller(), id);
        return DeviceAnswer.of(device, inventory.history(id));
    }

    private static @Nullable DeviceStatus state(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        return Arrays.stream(DeviceStatus.values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Invalid.field("status", "device-status", null, accepted()));
    }

    private static String accepted() {
        return Arrays.stream(DeviceStatus.values()).map(DeviceStatus::code).collect(Collectors.joining(", "));
    }
}
