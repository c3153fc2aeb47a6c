package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.access.CurrentCaller;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Paging;
import io.partnerflow.shipping.DamageReports;
import io.partnerflow.shipping.Receipts;
import io.partnerflow.shipping.Shipments;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The reseller's shipments: what is on its way, what arrived, and saying so. */
@Controller
@RequestMapping("/shipments")
class ShipmentPages {

    private final Shipments shipments;
    private final Receipts receipts;
    private final DamageReports damages;
    private final ShipmentFile file;
    private final LivePictures pictures;
    private final CurrentCaller callers;

    ShipmentPages(
            Shipments shipments,
            Receipts receipts,
            DamageReports damages,
            ShipmentFile file,
            LivePictures pictures,
            CurrentCaller callers) {
        this.shipments = shipments;
        this.receipts = receipts;
        this.damages = damages;
        this.file = file;
        this.pictures = pictures;
        this.callers = callers;
    }

    @GetMapping
    String all(
            @RequestParam(defaultValue = "") String search, @RequestParam(defaultValue = "0") int page, Model model) {
        var caller = callers.require();
        model.addAttribute("shipments", shipments.of(caller.reseller(), new Paging(page, 25, null, search)));
        model.addAttribute("search", search);
        return "portal/shipments-list";
    }

    @GetMapping("/{number}")
    ModelAndView one(@PathVariable String number, Locale language) {
        return page(callers.require(), number, language, HttpStatus.OK);
    }

    @PostMapping("/{number}/receipt")
    ModelAndView confirm(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Locale language,
            RedirectAttributes next) {
        var caller = callers.require().mustBeAbleToOrder();
        return attempt(caller, number, ShipmentForm.RECEIPT, typed, language, () -> {
            receipts.byReseller(caller.reseller(), number, ReceiptForm.read(typed));
            next.addFlashAttribute("flash", file.good("portal.shipment.confirmed", language));
        });
    }

    @PostMapping("/{number}/damage")
    ModelAndView damage(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Locale language,
            RedirectAttributes next) {
        var caller = callers.require().mustBeAbleToOrder();
        return attempt(caller, number, ShipmentForm.DAMAGE, typed, language, () -> {
            damages.byReseller(caller.reseller(), number, typed.get("serial"), typed.get("words"), caller.email());
            next.addFlashAttribute("flash", file.good("portal.shipment.damage-reported", language));
        });
    }

    private ModelAndView attempt(
            Caller caller, String number, ShipmentForm form, Map<String, String> typed, Locale language, Runnable act) {
        try {
            act.run();
            return new ModelAndView("redirect:/shipments/" + number);
        } catch (Invalid invalid) {
            var page = page(caller, number, language, HttpStatus.UNPROCESSABLE_ENTITY);
            file.refuse(page, form, typed, invalid, language);
            return page;
        } catch (Conflict conflict) {
            var page = page(caller, number, language, HttpStatus.CONFLICT);
            file.refuse(page, form, typed, Invalid.because(conflict, form.subject()), language);
            return page;
        }
    }

    private ModelAndView page(Caller caller, String number, Locale language, HttpStatus status) {
        var page = new ModelAndView("portal/shipments-one", status);
        page.addAllObjects(file.of(shipments.get(caller.reseller(), number)));
        page.addObject("mayOrder", caller.acting().role().mayOrder());
        page.addObject("address", "/shipments/" + number);
        page.addObject("live", pictures.of(caller, number, language));
        return page;
    }
}
