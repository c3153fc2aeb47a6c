package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.access.CurrentCaller;
import io.partnerflow.events.EventTypes;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Paging;
import io.partnerflow.webhooks.WebhookDelivery;
import io.partnerflow.webhooks.WebhookLog;
import io.partnerflow.webhooks.Webhooks;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One address that is told what happens: where it leads, what it hears of, what was sent and what it answered. */
@Controller
@RequestMapping("/integrations/webhooks")
class WebhookPages {

    private final Webhooks webhooks;
    private final WebhookLog log;
    private final CurrentCaller callers;
    private final PageProblems problems;
    private final MessageSource messages;

    WebhookPages(
            Webhooks webhooks, WebhookLog log, CurrentCaller callers, PageProblems problems, MessageSource messages) {
        this.webhooks = webhooks;
        this.log = log;
        this.callers = callers;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping("/new")
    ModelAndView form() {
        me();
        return form(null, "", Set.of("*"), List.of(), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView make(
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") List<String> types,
            Locale language) {
        var caller = me();
        try {
            return secret(webhooks.make(caller, wanted(url, types)));
        } catch (Invalid invalid) {
            return refused(null, url, types, invalid, HttpStatus.UNPROCESSABLE_ENTITY, language);
        } catch (Conflict conflict) {
            return refused(null, url, types, Invalid.because(conflict, "url"), HttpStatus.CONFLICT, language);
        }
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id) {
        var endpoint = webhooks.get(me(), id);
        return form(id, endpoint.url(), endpoint.types(), List.of(), HttpStatus.OK);
    }

    @PostMapping("/{id}")
    ModelAndView change(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") List<String> types,
            RedirectAttributes next,
            Locale language) {
        var caller = me();
        try {
            webhooks.change(caller, id, wanted(url, types));
            return new ModelAndView(said(next, language, id, "changed"));
        } catch (Invalid invalid) {
            return refused(id, url, types, invalid, HttpStatus.UNPROCESSABLE_ENTITY, language);
        }
    }

    @GetMapping("/{id}")
    String one(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Locale language) {
        var caller = me();
        model.addAttribute("endpoint", webhooks.get(caller, id));
        model.addAttribute("deliveries", log.of(caller, id, status, new Paging(page, 25, null, "")));
        model.addAttribute(
                "failed",
                log.of(caller, id, "FAILED", new Paging(0, 1, null, "")).total());
        model.addAttribute("status", status);
        model.addAttribute(
                "tabs",
                Stream.concat(
                                Stream.of(""),
                                Arrays.stream(WebhookDelivery.Status.values()).map(Enum::name))
                        .map(one -> new Shell.Item(
                                text("portal.integrations.delivery." + (one.isEmpty() ? "all" : one), language),
                                "/integrations/webhooks/%s?status=%s".formatted(id, one),
                                one.equals(status),
                                null))
                        .toList());
        return "portal/integrations-webhook";
    }

    @GetMapping("/{id}/deliveries/{delivery}")
    String delivery(@PathVariable UUID id, @PathVariable UUID delivery, Model model) {
        var caller = me();
        model.addAttribute("endpoint", webhooks.get(caller, id));
        model.addAttribute("delivery", log.get(caller, id, delivery));
        return "portal/integrations-delivery";
    }

    @PostMapping("/{id}/secret")
    ModelAndView rotate(@PathVariable UUID id) {
        return secret(webhooks.rotate(me(), id));
    }

    @PostMapping("/{id}/test")
    String test(@PathVariable UUID id) {
        return "redirect:/integrations/webhooks/%s/deliveries/%s"
                .formatted(id, log.test(me(), id).id());
    }

    @PostMapping("/{id}/pause")
    String pause(@PathVariable UUID id, RedirectAttributes next, Locale language) {
        webhooks.pause(me(), id);
        return said(next, language, id, "paused");
    }

    @PostMapping("/{id}/resumption")
    String resume(@PathVariable UUID id, RedirectAttributes next, Locale language) {
        webhooks.resume(me(), id);
        return said(next, language, id, "resumed");
    }

    @PostMapping("/{id}/replay")
    String replayFailed(@PathVariable UUID id, RedirectAttributes next, Locale language) {
        return said(next, language, id, "replayed", log.replayFailed(me(), id));
    }

    @PostMapping("/{id}/deliveries/{delivery}/replay")
    String replay(@PathVariable UUID id, @PathVariable UUID delivery, RedirectAttributes next, Locale language) {
        log.replay(me(), id, delivery);
        return said(next, language, id, "replayed", 1);
    }

    @PostMapping("/{id}/removal")
    String remove(@PathVariable UUID id, RedirectAttributes next, Locale language) {
        webhooks.remove(me(), id);
        said(next, language, id, "removed");
        return "redirect:/integrations";
    }

    private Caller me() {
        return callers.require().mustBeAdministrator();
    }

    private static Webhooks.Wanted wanted(String url, List<String> types) {
        return new Webhooks.Wanted(url, new LinkedHashSet<>(types));
    }

    private static ModelAndView secret(Webhooks.Made made) {
        return new ModelAndView("portal/integrations-secret")
                .addObject("kind", "webhook")
                .addObject("name", made.endpoint().url())
                .addObject("secret", made.secret())
                .addObject("back", "/integrations/webhooks/" + made.endpoint().id());
    }

    private ModelAndView refused(
            @Nullable UUID id, String url, List<String> types, Invalid invalid, HttpStatus status, Locale language) {
        return form(
                id, url, new LinkedHashSet<>(types), problems.of(invalid, UnaryOperator.identity(), language), status);
    }

    private static ModelAndView form(
            @Nullable UUID id, String url, Set<String> types, List<PageProblems.Problem> wrong, HttpStatus status) {
        return new ModelAndView("portal/integrations-webhook-form", status)
                .addObject("action", id == null ? "/integrations/webhooks" : "/integrations/webhooks/" + id)
                .addObject("changes", id != null)
                .addObject("url", url)
                .addObject("types", types)
                .addObject("known", EventTypes.names())
                .addObject("wrong", wrong)
                .addObject("at", PageProblems.byField(wrong));
    }

    private String said(RedirectAttributes next, Locale language, UUID id, String what, Object... args) {
        next.addFlashAttribute(
                "flash", new Shell.Flash("good", text("portal.integrations.webhook." + what, language, args)));
        return "redirect:/integrations/webhooks/" + id;
    }

    private String text(String key, Locale language, Object... args) {
        return messages.getMessage(key, args, language);
    }
}
