package io.partnerflow.portal;

import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shipping.DamageReports;
import io.partnerflow.shipping.Receipts;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the link in our letters about a shipment leads to: the customer says what has arrived, and what is broken. */
@Controller
@RequestMapping("/link/receipt/{secret}")
class ReceiptLinkController {

    private final Receipts receipts;
    private final DamageReports damages;
    private final ShipmentFile file;
    private final Looks looks;

    ReceiptLinkController(Receipts receipts, DamageReports damages, ShipmentFile file, Looks looks) {
        this.receipts = receipts;
        this.damages = damages;
        this.file = file;
        this.looks = looks;
    }

    /** Looks only: mail scanners look at links too. */
    @GetMapping
    ModelAndView look(@PathVariable String secret) {
        return page(secret, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView confirm(
            @PathVariable String secret,
            @RequestParam Map<String, String> typed,
            Locale language,
            RedirectAttributes next) {
        return attempt(secret, ShipmentForm.RECEIPT, typed, language, () -> {
            receipts.byCustomer(secret, ReceiptForm.read(typed));
            next.addFlashAttribute("flash", file.good("portal.shipment.confirmed", language));
        });
    }

    @PostMapping("/damage")
    ModelAndView damage(
            @PathVariable String secret,
            @RequestParam Map<String, String> typed,
            Locale language,
            RedirectAttributes next) {
        return attempt(secret, ShipmentForm.DAMAGE, typed, language, () -> {
            damages.byCustomer(secret, typed.get("serial"), typed.get("words"));
            next.addFlashAttribute("flash", file.good("portal.shipment.damage-reported", language));
        });
    }

    private ModelAndView attempt(
            String secret, ShipmentForm form, Map<String, String> typed, Locale language, Runnable act) {
        try {
            act.run();
            return new ModelAndView("redirect:/link/receipt/" + secret);
        } catch (Invalid invalid) {
            return refused(secret, HttpStatus.UNPROCESSABLE_ENTITY, form, typed, invalid, language);
        } catch (Conflict conflict) {
            var reason = Invalid.because(conflict, form.subject());
            return refused(secret, HttpStatus.CONFLICT, form, typed, reason, language);
        } catch (NotFound unusable) {
            return unusable();
        }
    }

    private ModelAndView refused(
            String secret,
            HttpStatusCode status,
            ShipmentForm form,
            Map<String, String> typed,
            Invalid reason,
            Locale language) {
        var page = page(secret, status);
        if (page.getModel().containsKey("shipment")) {
            file.refuse(page, form, typed, reason, language);
        }
        return page;
    }

    private ModelAndView page(String secret, HttpStatusCode status) {
        try {
            var page = new ModelAndView("portal/receipt", status);
            var shipment = receipts.behind(secret);
            page.addAllObjects(file.of(shipment));
            page.addObject("look", looks.of(shipment.reseller()));
            page.addObject("mayOrder", true);
            page.addObject("address", "/link/receipt/" + secret);
            return page;
        } catch (NotFound unusable) {
            return unusable();
        }
    }

    /** Withdrawn, expired, of another purpose or never issued: the same to the reader. */
    private static ModelAndView unusable() {
        return new ModelAndView("portal/receipt-unusable", HttpStatus.NOT_FOUND);
    }
}
