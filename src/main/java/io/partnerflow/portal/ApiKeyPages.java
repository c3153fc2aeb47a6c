package io.partnerflow.portal;

import io.partnerflow.access.ApiKeys;
import io.partnerflow.access.ApiScopes;
import io.partnerflow.access.CurrentCaller;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.webhooks.Webhooks;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
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

/** The programs that work with the organisation: their keys, and the way to the addresses that are told what happens. */
@Controller
@RequestMapping("/integrations")
class ApiKeyPages {

    private final ApiKeys keys;
    private final Webhooks webhooks;
    private final CurrentCaller callers;
    private final PageProblems problems;
    private final MessageSource messages;

    ApiKeyPages(ApiKeys keys, Webhooks webhooks, CurrentCaller callers, PageProblems problems, MessageSource messages) {
        this.keys = keys;
        this.webhooks = webhooks;
        this.callers = callers;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping
    String overview(Model model) {
        var caller = callers.require().mustBeAdministrator();
        model.addAttribute("organisation", caller.acting().organisationName());
        model.addAttribute("keys", keys.of(caller));
        model.addAttribute("endpoints", webhooks.of(caller));
        return "portal/integrations";
    }

    @GetMapping("/keys/new")
    ModelAndView form() {
        callers.require().mustBeAdministrator();
        return form(Map.of(), List.of(), HttpStatus.OK);
    }

    /** Shows the secret at once: no page that could be opened again ever has it. */
    @PostMapping("/keys")
    ModelAndView make(@RequestParam Map<String, String> typed, Locale language) {
        var caller = callers.require().mustBeAdministrator();
        try {
            var wanted = new ApiKeys.NewKey(typed.getOrDefault("name", ""), scopes(typed), lastDay(typed));
            var made = keys.make(caller, wanted);
            return new ModelAndView("portal/integrations-secret")
                    .addObject("kind", "key")
                    .addObject("name", made.key().name())
                    .addObject("secret", made.secret())
                    .addObject("back", "/integrations");
        } catch (Invalid invalid) {
            return form(
                    typed, problems.of(invalid, UnaryOperator.identity(), language), HttpStatus.UNPROCESSABLE_ENTITY);
        } catch (Conflict conflict) {
            var said = problems.of(Invalid.because(conflict, "name"), UnaryOperator.identity(), language);
            return form(typed, said, HttpStatus.CONFLICT);
        }
    }

    @PostMapping("/keys/{id}/revocation")
    String revoke(@PathVariable UUID id, RedirectAttributes next, Locale language) {
        var key = keys.revoke(callers.require().mustBeAdministrator(), id);
        var said = messages.getMessage("portal.integrations.key.revoked", new Object[] {key.name()}, language);
        next.addFlashAttribute("flash", new Shell.Flash("good", said));
        return "redirect:/integrations";
    }

    private static Set<String> scopes(Map<String, String> typed) {
        var scopes = new LinkedHashSet<String>();
        for (var area : ApiScopes.AREAS) {
            var access = typed.getOrDefault("access-" + area, "");
            if (!access.isEmpty()) {
                scopes.add(area + ":" + access);
            }
        }
        return scopes;
    }

    private static @Nullable LocalDate lastDay(Map<String, String> typed) {
        var day = typed.getOrDefault("lastDay", "").strip();
        try {
            return day.isEmpty() ? null : LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw new Invalid(new Invalid.Collector()
                    .reject("lastDay", "api-key-day-unreadable", null)
                    .fields());
        }
    }

    private static ModelAndView form(Map<String, String> typed, List<PageProblems.Problem> wrong, HttpStatus status) {
        return new ModelAndView("portal/integrations-key", status)
                .addObject("typed", typed)
                .addObject("areas", ApiScopes.AREAS)
                .addObject(
                        "writable",
                        ApiScopes.AREAS.stream().filter(ApiScopes::writable).toList())
                .addObject("wrong", wrong)
                .addObject("at", PageProblems.byField(wrong));
    }
}
