package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.billing.Invoices;
import io.partnerflow.parties.Organisations;
import io.partnerflow.returns.ReturnFee;
import io.partnerflow.returns.ReturnFile;
import io.partnerflow.returns.ReturnView.Way;
import io.partnerflow.returns.Returns;
import io.partnerflow.returns.WantedReturn;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Paging;
import io.partnerflow.subscriptions.Subscriptions;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Devices on their way back, as the reseller sees them; the customer sees its own, and nothing to decide. */
@Controller
@RequestMapping("/returns")
class DeviceReturnPages {

    private static final int SIZE = 25;

    private final Returns returns;
    private final Invoices invoices;
    private final Subscriptions subscriptions;
    private final Organisations organisations;
    private final LivePictures pictures;
    private final CurrentCaller callers;
    private final MessageSource messages;
    private final ConversationCard conversation;

    DeviceReturnPages(
            Returns returns,
            Invoices invoices,
            Subscriptions subscriptions,
            Organisations organisations,
            LivePictures pictures,
            CurrentCaller callers,
            MessageSource messages,
            ConversationCard conversation) {
        this.returns = returns;
        this.invoices = invoices;
        this.subscriptions = subscriptions;
        this.organisations = organisations;
        this.pictures = pictures;
        this.callers = callers;
        this.messages = messages;
        this.conversation = conversation;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String search, @RequestParam(defaultValue = "0") int page, Model model) {
        var reseller = callers.require().reseller();
        model.addAttribute("returns", returns.of(reseller, new Paging(page, SIZE, null, search)));
        model.addAttribute("search", search);
        return "portal/returns";
    }

    @GetMapping("/{number}")
    String one(@PathVariable String number, Model model, Locale language) {
        var caller = callers.require();
        var file = returns.get(caller.actingFor(), number);
        var sold = file.head().reseller().equals(caller.actingFor());
        model.addAttribute("file", file);
        model.addAttribute("sold", sold);
        model.addAttribute("live", pictures.of(caller, number, language));
        model.addAttribute("conversation", sold ? conversation.of(caller, number) : null);
        model.addAttribute("customer", organisations.get(file.head().customer()));
        model.addAttribute("mayOrder", sold && caller.acting().role().mayOrder());
        model.addAttribute("invoices", caller.acting().role().mayBill() ? own(caller.actingFor(), file) : Set.of());
        return "portal/returns-one";
    }

    /** Fees are billed to the customer, so a reseller may open the invoices only of what it has rented itself. */
    private Set<String> own(UUID organisation, ReturnFile file) {
        var numbers = file.fees().stream()
                .map(ReturnFee::invoice)
                .filter(Objects::nonNull)
                .toList();
        return invoices.of(organisation, numbers).stream()
                .map(Invoices.Row::number)
                .collect(Collectors.toSet());
    }

    @PostMapping("/{number}/way")
    String choose(@PathVariable String number, @RequestParam String way, Locale language, RedirectAttributes next) {
        var reseller = callers.require().mustBeAbleToOrder().reseller();
        try {
            returns.choose(reseller, number, wayOf(way));
            next.addFlashAttribute("flash", new Shell.Flash("good", text("portal.returns.way.chosen", language)));
        } catch (Conflict late) {
            next.addFlashAttribute(
                    "flash",
                    new Shell.Flash(
                            "warn",
                            text(
                                    "conflict." + late.code(),
                                    language,
                                    late.args().toArray())));
        }
        return "redirect:/returns/" + number;
    }

    private static Way wayOf(String code) {
        return Arrays.stream(Way.values())
                .filter(way -> way.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("way", code));
    }

    @GetMapping("/new")
    String form(@RequestParam String subscription, Model model) {
        var reseller = callers.require().mustBeAbleToOrder().reseller();
        return form(reseller, subscription, List.of(), "", "direct", model);
    }

    private String form(
            UUID reseller, String subscription, List<String> serials, String reason, String way, Model model) {
        var contract = subscriptions.get(reseller, subscription);
        model.addAttribute("devices", returns.returnable(reseller, subscription));
        model.addAttribute("contract", contract);
        model.addAttribute("customer", organisations.get(contract.customer()));
        model.addAttribute("chosen", serials);
        model.addAttribute("reason", reason);
        model.addAttribute("way", way);
        if (!model.containsAttribute("at")) {
            model.addAttribute("at", Map.of());
        }
        return "portal/returns-new";
    }

    @PostMapping("/new")
    String request(
            @RequestParam String subscription,
            @RequestParam(name = "serial", required = false) List<String> serials,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "direct") String way,
            Model model,
            Locale language,
            HttpServletResponse response,
            RedirectAttributes next) {
        var caller = callers.require().mustBeAbleToOrder();
        var wanted = serials == null ? List.<String>of() : serials;
        try {
            var number = returns.request(
                    caller.reseller(), new WantedReturn(subscription, wanted, reason, wayOf(way), caller.email()));
            next.addFlashAttribute("flash", new Shell.Flash("good", text("portal.returns.requested", language)));
            return "redirect:/returns/" + number;
        } catch (Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            var problems = invalid.fields().stream()
                    .map(bad -> new PageProblems.Problem(
                            fieldOf(bad.field()),
                            text(bad.text(), language, bad.args().toArray())))
                    .distinct()
                    .toList();
            model.addAttribute("problems", problems);
            model.addAttribute("at", PageProblems.byField(problems));
            return form(caller.reseller(), subscription, wanted, reason, way, model);
        }
    }

    private static @Nullable String fieldOf(String field) {
        return switch (field) {
            case "reason" -> "reason";
            case "serials" -> "devices";
            default -> field.startsWith("serials") || field.startsWith("devices") ? "devices" : null;
        };
    }

    private String text(String key, Locale language, Object... args) {
        return messages.getMessage(key, args, language);
    }
}
