package io.partnerflow.operations;

import io.partnerflow.documents.Vendor;
import io.partnerflow.parties.Organisations;
import io.partnerflow.returns.Inspections;
import io.partnerflow.returns.NewInspection;
import io.partnerflow.returns.NewWipe;
import io.partnerflow.returns.Receiving;
import io.partnerflow.returns.ReturnedDevice.Condition;
import io.partnerflow.returns.ReturnedDevice.End;
import io.partnerflow.returns.Returns;
import io.partnerflow.returns.Wiping;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** Where the logistics desk takes devices in, looks at them, wipes them and says what becomes of them. */
@Controller
@RequestMapping("/staff/returns")
class ReturnPages {

    private final Returns returns;
    private final Receiving receiving;
    private final Inspections inspections;
    private final Wiping wiping;
    private final Organisations organisations;
    private final MessageSource messages;
    private final Vendor vendor;

    ReturnPages(
            Returns returns,
            Receiving receiving,
            Inspections inspections,
            Wiping wiping,
            Organisations organisations,
            MessageSource messages,
            Vendor vendor) {
        this.returns = returns;
        this.receiving = receiving;
        this.inspections = inspections;
        this.wiping = wiping;
        this.organisations = organisations;
        this.messages = messages;
        this.vendor = vendor;
    }

    @ModelAttribute("f")
    Formats formats(Locale language) {
        return new Formats(language, vendor.timeZone());
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("open", returns.open());
        model.addAttribute("completed", returns.completed());
        return "staff/returns";
    }

    @GetMapping("/{number}")
    String one(@PathVariable String number, Model model) {
        var file = returns.get(number);
        model.addAttribute("file", file);
        model.addAttribute("customer", organisations.get(file.head().customer()));
        model.addAttribute("reseller", organisations.get(file.head().reseller()));
        return "staff/return";
    }

    @GetMapping("/{number}/devices/{position}")
    String device(@PathVariable String number, @PathVariable int position, Model model) {
        var file = returns.get(number);
        model.addAttribute("file", file);
        model.addAttribute(
                "device", file.device(position).orElseThrow(() -> new NotFound("returned-device", position)));
        model.addAttribute("methods", wiping.methods());
        return "staff/return-device";
    }

    @PostMapping("/{number}/receipt")
    String receive(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String serials,
            @RequestParam(name = "file", required = false) MultipartFile file,
            Authentication login,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        var listed = file == null || file.isEmpty() ? "" : new String(file.getBytes(), StandardCharsets.UTF_8);
        try {
            next.addFlashAttribute("receipt", receiving.receive(number, serials + "\n" + listed, login.getName()));
            return "redirect:/staff/returns/" + number;
        } catch (Invalid | Conflict refused) {
            refused(refused, model, response, language, Map.of("serials", serials));
            return one(number, model);
        }
    }

    /** What is done to the devices that were ticked. */
    @PostMapping("/{number}/devices")
    String chosen(
            @PathVariable String number,
            @RequestParam(name = "position", required = false) List<Integer> positions,
            @RequestParam String what,
            Authentication login,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            if (positions == null || positions.isEmpty()) {
                throw Invalid.field("position", "nothing-chosen", "operations.returns.nothing-chosen");
            }
            if (what.equals("good")) {
                inspections.good(number, positions, login.getName());
            } else {
                wiping.end(number, positions, End.valueOf(what), login.getName());
            }
        } catch (Invalid | Conflict refused) {
            refused(refused, model, response, language, Map.of());
            return one(number, model);
        }
        return done(next, language, "redirect:/staff/returns/" + number);
    }

    @PostMapping("/{number}/wipes")
    String wipeAll(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String lines,
            Authentication login,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            wiping.wipeAll(number, lines, login.getName());
        } catch (Invalid | Conflict refused) {
            refused(refused, model, response, language, Map.of("lines", lines));
            return one(number, model);
        }
        return done(next, language, "redirect:/staff/returns/" + number);
    }

    @PostMapping("/{number}/devices/{position}/inspection")
    String inspect(
            @PathVariable String number,
            @PathVariable int position,
            @RequestParam Map<String, String> form,
            @RequestParam(name = "photo", required = false) MultipartFile photo,
            Authentication login,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        try {
            inspections.inspect(number, position, seen(form, photo), login.getName());
        } catch (Invalid | Conflict refused) {
            refused(refused, model, response, language, form);
            return device(number, position, model);
        }
        return done(next, language, "redirect:/staff/returns/" + number);
    }

    private static NewInspection seen(Map<String, String> form, MultipartFile photo) throws IOException {
        var condition = Arrays.stream(Condition.values())
                .filter(one -> one.name().equals(form.get("condition")))
                .findFirst()
                .orElseThrow(() -> Invalid.field("condition", "required", null));
        var media = form.getOrDefault("media", "").strip();
        if (!media.matches("\\d{0,3}")) {
            throw Invalid.field("media", "out-of-range", null, 0, 20);
        }
        return new NewInspection(
                condition,
                form.containsKey("locked"),
                form.containsKey("partsMissing"),
                media.isEmpty() ? null : Integer.valueOf(media),
                form.get("words"),
                photo == null || photo.isEmpty()
                        ? null
                        : new NewInspection.Photo(photo.getBytes(), String.valueOf(photo.getOriginalFilename())));
    }

    @PostMapping("/{number}/devices/{position}/wipe")
    String wipe(
            @PathVariable String number,
            @PathVariable int position,
            @RequestParam Map<String, String> form,
            Authentication login,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            wiping.wipe(number, position, tried(form), login.getName());
        } catch (Invalid | Conflict refused) {
            refused(refused, model, response, language, form);
            return device(number, position, model);
        }
        return done(next, language, "redirect:/staff/returns/%s/devices/%d".formatted(number, position));
    }

    private static NewWipe tried(Map<String, String> form) {
        var result = form.getOrDefault("result", "");
        return new NewWipe(
                form.getOrDefault("medium", ""),
                form.getOrDefault("method", ""),
                form.getOrDefault("tool", ""),
                form.getOrDefault("toolVersion", ""),
                result.isEmpty() ? null : Boolean.valueOf(result.equals("passed")));
    }

    private void refused(
            RuntimeException refused,
            Model model,
            HttpServletResponse response,
            Locale language,
            Map<String, String> typed) {
        model.addAttribute("typed", typed);
        if (refused instanceof Conflict conflict) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("problems", List.of(text("conflict." + conflict.code(), language, conflict.args())));
        } else {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute(
                    "problems",
                    ((Invalid) refused)
                            .fields().stream().map(bad -> named(bad, language)).toList());
        }
    }

    private String named(Invalid.Field bad, Locale language) {
        var field = bad.field().replaceAll("^lines\\[(\\d+)]\\.?", "");
        var line = bad.field().startsWith("lines[")
                ? text(
                                "operations.returns.line",
                                language,
                                List.of(Integer.parseInt(bad.field().replaceAll("\\D", "")) + 1))
                        + " "
                : "";
        var name = field.isEmpty()
                ? ""
                : messages.getMessage("operations.returns.field." + field, null, field, language) + ": ";
        return line + name + text(bad.text(), language, bad.args());
    }

    private String done(RedirectAttributes next, Locale language, String address) {
        next.addFlashAttribute("done", text("operations.returns.done", language, List.of()));
        return address;
    }

    private String text(String key, Locale language, List<Object> args) {
        return messages.getMessage(key, args.toArray(), language);
    }
}
