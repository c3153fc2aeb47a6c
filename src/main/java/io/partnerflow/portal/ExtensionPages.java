package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.access.CurrentCaller;
import io.partnerflow.intake.FormContext;
import io.partnerflow.intake.OnceOnly;
import io.partnerflow.intake.Receipt;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.subscriptions.Extensions;
import io.partnerflow.subscriptions.Requester;
import io.partnerflow.subscriptions.Subscriptions;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Extends a contract that ends by itself, after showing what that means (W-31). */
@Controller
@RequestMapping("/subscriptions/{number}/extension")
class ExtensionPages {

    private static final String DONE = "portal.extension.done";

    private final Subscriptions subscriptions;
    private final Extensions extensions;
    private final OnceOnly once;
    private final CurrentCaller callers;
    private final MessageSource messages;

    ExtensionPages(
            Subscriptions subscriptions,
            Extensions extensions,
            OnceOnly once,
            CurrentCaller callers,
            MessageSource messages) {
        this.subscriptions = subscriptions;
        this.extensions = extensions;
        this.once = once;
        this.callers = callers;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView show(@PathVariable String number, Locale language) {
        return page(callers.require().mustBeAbleToOrder(), number, null, language);
    }

    /** @param endsOn the end that was shown when it was confirmed */
    @PostMapping
    ModelAndView extend(
            @PathVariable String number,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate endsOn,
            @RequestParam(name = "_token", defaultValue = "") String token,
            Locale language,
            RedirectAttributes next) {
        var caller = callers.require().mustBeAbleToOrder();
        var context =
                new FormContext(caller.userId().toString(), caller.actingFor().toString(), number, language);
        if (once.resultOf(token, context, "extension").isPresent()) {
            var said = messages.getMessage("portal.resume.sent-before", null, language);
            next.addFlashAttribute("flash", new Shell.Flash("info", said));
            return new ModelAndView("redirect:/subscriptions/" + number);
        }
        try {
            var receipt = once.accept(
                    "extension",
                    context,
                    token,
                    () -> new Receipt(
                            extensions.extend(caller.reseller(), number, endsOn, requester(caller)),
                            "/subscriptions/" + number,
                            DONE));
            next.addFlashAttribute(
                    "flash",
                    new Shell.Flash("good", messages.getMessage(DONE, new Object[] {receipt.reference()}, language)));
            return new ModelAndView("redirect:/subscriptions/" + number);
        } catch (Conflict conflict) {
            return page(caller, number, conflict, language);
        } catch (Invalid outdated) {
            return page(caller, number, new Conflict("form-outdated"), language);
        }
    }

    private ModelAndView page(Caller caller, String number, @Nullable Conflict refused, Locale language) {
        var page = new ModelAndView("portal/rental-extension");
        page.addObject("subscription", subscriptions.get(caller.reseller(), number));
        page.addObject("token", once.newToken());
        try {
            page.addObject("preview", extensions.preview(caller.reseller(), number));
        } catch (Conflict conflict) {
            return said(page, Optional.ofNullable(refused).orElse(conflict), language);
        }
        return refused == null ? page : said(page, refused, language);
    }

    private ModelAndView said(ModelAndView page, Conflict conflict, Locale language) {
        page.setStatus(HttpStatus.CONFLICT);
        return page.addObject(
                "problem",
                messages.getMessage(
                        "conflict." + conflict.code(), conflict.args().toArray(), language));
    }

    private static Requester requester(Caller caller) {
        return new Requester(caller.email(), caller.email());
    }
}
