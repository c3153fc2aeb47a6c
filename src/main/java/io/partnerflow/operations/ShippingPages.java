package io.partnerflow.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.partnerflow.documents.Vendor;
import io.partnerflow.parties.Organisations;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shipping.OpenDelivery;
import io.partnerflow.shipping.Shipments;
import io.partnerflow.shipping.Shipping;
import io.partnerflow.shipping.WantedShipment;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the logistics desk sends off what an order waits for: serial numbers typed, pasted or in a file. */
@Controller
@RequestMapping("/staff/shipping")
class ShippingPages {

    private static final String SERIALS = "serials.";
    private static final String FILE = "file";

    private final Shipping shipping;
    private final Shipments shipments;
    private final Organisations organisations;
    private final MessageSource messages;
    private final Vendor vendor;

    ShippingPages(
            Shipping shipping,
            Shipments shipments,
            Organisations organisations,
            MessageSource messages,
            Vendor vendor) {
        this.shipping = shipping;
        this.shipments = shipments;
        this.organisations = organisations;
        this.messages = messages;
        this.vendor = vendor;
    }

    @ModelAttribute("f")
    Formats formats(Locale language) {
        return new Formats(language, vendor.timeZone());
    }

    @GetMapping
    String waiting(Authentication login, Model model) {
        Ships.mustSeeShipments(login);
        model.addAttribute("waiting", shipping.waiting());
        return "staff/shipping";
    }

    @GetMapping("/{order}")
    String one(@PathVariable String order, Authentication login, Model model) {
        Ships.mustSeeShipments(login);
        return page(shipping.open(order), Map.of(), model);
    }

    /** Nothing leaves unless every line is right; what was typed stays. */
    @PostMapping("/{order}")
    String ship(
            @PathVariable String order,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = FILE, required = false) @Nullable MultipartFile file,
            Authentication login,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        var person = Ships.mustShip(login);
        var open = shipping.open(order);
        try {
            var wanted = new WantedShipment(lines(open, typed, file), typed.get("carrier"), typed.get("tracking"));
            var number = shipping.ship(order, wanted, person.id());
            next.addFlashAttribute("done", text("operations.shipping.sent", language, number));
            return "redirect:/staff/shipping/" + order;
        } catch (Invalid invalid) {
            model.addAttribute(
                    "problems",
                    invalid.fields().stream()
                            .map(bad -> inWords(open, bad, language))
                            .toList());
        } catch (Conflict conflict) {
            model.addAttribute(
                    "problems",
                    List.of(text(
                            "conflict." + conflict.code(),
                            language,
                            conflict.args().toArray())));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(open, typed, model);
    }

    private static List<WantedShipment.Line> lines(
            OpenDelivery open, Map<String, String> typed, @Nullable MultipartFile file) throws IOException {
        var lines = new ArrayList<WantedShipment.Line>();
        for (var product : open.products()) {
            var text = typed.getOrDefault(SERIALS + product.code(), "");
            lines.addAll(WantedShipment.typed(SERIALS + product.code(), product.code(), text));
        }
        if (file != null && !file.isEmpty()) {
            lines.addAll(WantedShipment.table(FILE, new String(file.getBytes(), UTF_8)));
        }
        return lines;
    }

    /** Where it stands, then what is wrong with it. */
    private String inWords(OpenDelivery open, Invalid.Field bad, Locale language) {
        var words = text(bad.text(), language, bad.args().toArray());
        if (bad.field().equals(FILE)) {
            return text("operations.shipping.file", language) + ": " + words;
        }
        return open.products().stream()
                .filter(product -> bad.field().equals(SERIALS + product.code()))
                .map(product -> product.name() + ": " + words)
                .findFirst()
                .orElse(words);
    }

    private String page(OpenDelivery open, Map<String, String> typed, Model model) {
        model.addAttribute("delivery", open);
        model.addAttribute("customer", organisations.get(open.customer()));
        model.addAttribute("reseller", organisations.get(open.reseller()));
        model.addAttribute("shipments", shipments.ofOrder(open.order()));
        model.addAttribute("carriers", shipments.carriers());
        model.addAttribute("typed", typed);
        return "staff/shipping-one";
    }

    private String text(String key, Locale language, Object... args) {
        return messages.getMessage(key, args, language);
    }
}
