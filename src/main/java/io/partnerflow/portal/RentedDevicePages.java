package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.inventory.DeviceSearch;
import io.partnerflow.inventory.DeviceStatus;
import io.partnerflow.inventory.Inventory;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Paging;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The rented devices of the reseller's customers, and what has happened to each. */
@Controller
@RequestMapping("/devices")
class RentedDevicePages {

    private final Inventory inventory;
    private final CurrentCaller callers;

    RentedDevicePages(Inventory inventory, CurrentCaller callers) {
        this.inventory = inventory;
        this.callers = callers;
    }

    @GetMapping
    String all(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var wanted = new DeviceSearch(new Paging(page, 25, null, search), state(status), null);
        model.addAttribute("devices", inventory.of(callers.require().reseller(), wanted));
        model.addAttribute("search", search);
        model.addAttribute(
                "status", wanted.status() == null ? "" : wanted.status().code());
        model.addAttribute("states", DeviceStatus.values());
        return "portal/devices-list";
    }

    @GetMapping("/{id}")
    String one(@PathVariable String id, Model model) {
        var device = inventory.get(callers.require().reseller(), known(id));
        model.addAttribute("device", device);
        model.addAttribute("history", inventory.history(device.id()));
        return "portal/devices-one";
    }

    /** One that nobody knows is no filter. */
    private static @Nullable DeviceStatus state(String code) {
        return Arrays.stream(DeviceStatus.values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static UUID known(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            throw new NotFound("device", id);
        }
    }
}
