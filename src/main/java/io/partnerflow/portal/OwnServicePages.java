package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shipping.OwnServices;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the reseller does beside the bundle, said to be done or not on the page of the order. */
@Controller
@RequestMapping("/orders/{number}/own-services/{position}")
class OwnServicePages {

    private final OwnServices services;
    private final ShipmentFile file;
    private final CurrentCaller callers;

    OwnServicePages(OwnServices services, ShipmentFile file, CurrentCaller callers) {
        this.services = services;
        this.file = file;
        this.callers = callers;
    }

    @PostMapping
    String answer(
            @PathVariable String number,
            @PathVariable int position,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String doneOn,
            @RequestParam(defaultValue = "") String reason,
            Locale language,
            RedirectAttributes next) {
        var caller = callers.require().mustBeAbleToOrder();
        try {
            if ("done".equals(answer)) {
                services.done(caller.reseller(), number, position, day(doneOn), caller.email());
            } else {
                services.notDone(caller.reseller(), number, position, reason, caller.email());
            }
            next.addFlashAttribute("flash", file.good("portal.own-services.noted", language));
        } catch (Invalid invalid) {
            next.addFlashAttribute(
                    "ownServiceTyped",
                    Map.of("position", String.valueOf(position), "doneOn", doneOn, "reason", reason));
            next.addFlashAttribute("ownServiceProblems", List.copyOf(file.words(invalid, language)));
        }
        return "redirect:/orders/" + number + "#own-services";
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
